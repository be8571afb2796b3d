package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of which chats a search finds messages.
@QuarkusTest
class SearchAccessTest extends OneChatToSearch {

    @ParameterizedTest
    @CsvSource({"maya,3", "omar,3", "lena,1", "jonas,1", "zoe,0"})
    void nobodyFindsAMessageOfAChatTheyMayNotSee(String user, int hits) {
        // Given
        driver.says(chat, mark);
        driver.says(chat().assignee(DemoIds.JONAS).insert(pool), mark);
        driver.says(chat().inSupport().insert(pool), mark);

        // When
        var answer = SearchDriver.search(user, Map.of("search", mark, "first", 1));

        // Then
        assertThat(SearchDriver.ids(SearchDriver.search(user, Map.of("search", mark))))
                .hasSize(hits);
        assertThat(answer.<Boolean>get("searchMessages.pageInfo.hasNextPage")).isEqualTo(hits > 1);
    }

    @Test
    void oneChat_isSearchedOnlyByWhoMaySeeIt() {
        // Given
        var message = driver.says(chat, mark);
        driver.says(chat().insert(pool), mark);

        // Then
        assertThat(SearchDriver.ids(SearchDriver.search("lena", Map.of("search", mark, "chatId", chat))))
                .containsExactly(message.toString());
        assertNotFound("jonas", "chatId", chat);
        assertNotFound("zoe", "chatId", chat);
        assertNotFound("maya", "chatId", "x");
    }

    @Test
    void filter_holdsBesideTheWords() {
        // Given
        driver.says(chat, mark);
        var closed = driver.says(chat().status("CLOSED").insert(pool), mark);
        var rule = Map.of("rule", Map.of("field", "status", "operator", "EQ", "values", List.of("CLOSED")));

        // Then
        assertThat(SearchDriver.ids(SearchDriver.search("maya", Map.of("search", mark, "filter", rule))))
                .containsExactly(closed.toString());
    }

    @Test
    void space_holdsBesideTheWordsAndTheFilter() {
        // Given
        var closed = driver.says(chat().assignee(DemoIds.LENA).status("CLOSED").insert(pool), mark);
        driver.says(chat, mark);
        driver.says(chat().assignee(DemoIds.JONAS).status("CLOSED").insert(pool), mark);
        var space = SpaceUser.called("lena").creates("Closed", SpaceUser.rule("status", "EQ", "CLOSED"));
        var open = SpaceUser.rule("status", "EQ", "OPEN");

        // Then
        assertThat(SearchDriver.ids(SearchDriver.search("lena", Map.of("search", mark, "spaceId", space))))
                .containsExactly(closed.toString());
        assertThat(SearchDriver.ids(
                        SearchDriver.search("lena", Map.of("search", mark, "spaceId", space, "filter", open))))
                .isEmpty();
    }

    @Test
    void spaceOfSomebodyElse_isNotFound() {
        // Given
        driver.says(chat, mark);
        var space = SpaceUser.called("lena").creates("Mine", SpaceUser.rule("status", "EQ", "OPEN"));

        // Then
        assertNotFound("jonas", "spaceId", space);
        assertNotFound("zoe", "spaceId", space);
        assertNotFound("lena", "spaceId", "x");
    }

    private void assertNotFound(String user, String argument, String id) {
        assertThat(SearchDriver.search(user, Map.of("search", mark, argument, id))
                        .errorCodes())
                .as(user + " " + id)
                .containsExactly("NOT_FOUND");
    }
}
