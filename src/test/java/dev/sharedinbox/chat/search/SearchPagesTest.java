package dev.sharedinbox.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchPagesTest extends OneChatToSearch {

    @Test
    void pages_goThroughAllHitsNewestFirstWhileNewOnesArrive() {
        // Given
        var messages = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            messages.addFirst(driver.says(chat, mark + " number " + i).toString());
        }

        // When
        var met = new ArrayList<String>();
        var page = SearchDriver.search("maya", Map.of("search", mark, "first", 3));
        met.addAll(SearchDriver.ids(page));
        while (page.<Boolean>get("searchMessages.pageInfo.hasNextPage")) {
            driver.says(chat, mark + " later");
            page = SearchDriver.search(
                    "maya",
                    Map.of("search", mark, "first", 3, "after", page.text("searchMessages.pageInfo.endCursor")));
            met.addAll(SearchDriver.ids(page));
        }

        // Then
        assertThat(met).isEqualTo(messages);
    }

    @Test
    void cursorOfAnotherSearchOrUser_orCutOrForged_isRefused() {
        // Given
        driver.says(chat, mark);
        var cursor = SearchDriver.search("lena", Map.of("search", mark)).text("searchMessages.pageInfo.endCursor");

        // Then
        assertThat(SearchDriver.search("lena", Map.of("search", mark, "after", cursor))
                        .errorCodes())
                .isEmpty();
        assertThat(SearchDriver.search("maya", Map.of("search", mark, "after", cursor))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(SearchDriver.search("lena", Map.of("search", mark + "x", "after", cursor))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(SearchDriver.search("lena", Map.of("search", mark, "chatId", chat, "after", cursor))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(SearchDriver.search("lena", Map.of("search", mark, "after", cursor.substring(1)))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
        assertThat(SearchDriver.search("lena", Map.of("search", mark, "after", "'; drop table message; --"))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
    }
}
