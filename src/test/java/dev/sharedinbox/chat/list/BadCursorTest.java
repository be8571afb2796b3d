package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A page cursor is of one list, one search and one user, and whole.
@QuarkusTest
class BadCursorTest {

    @Inject
    Pool pool;

    @Test
    void cursorOfAnotherList_ofAnotherUser_cutOrForged() {
        // Given
        var mark = "q" + UUID.randomUUID().toString().substring(0, 8);
        chat().name(mark).insert(pool);
        var chats = chats("maya", mark, null).text("chats.pageInfo.endCursor");
        var contacts = contacts("maya", mark, null).text("contacts.pageInfo.endCursor");

        // Then
        assertThat(chats("maya", mark, chats).errorCodes()).isEmpty();
        assertThat(contacts("maya", mark, contacts).errorCodes()).isEmpty();
        assertRefused(chats("maya", mark + "x", chats), contacts("maya", mark + "x", contacts));
        assertRefused(page("maya", "chats", "filterText: \"status==OPEN\", ", mark, chats));
        assertRefused(page("maya", "chats", "sort: NEWEST, ", mark, chats));
        assertRefused(chats("omar", mark, chats), contacts("omar", mark, contacts));
        assertRefused(chats("zoe", mark, chats), contacts("zoe", mark, contacts));
        assertRefused(chats("maya", mark, contacts), contacts("maya", mark, chats));
        assertRefused(chats("maya", mark, cut(chats)), contacts("maya", mark, cut(contacts)));
        assertRefused(chats("maya", mark, forged(chats)), contacts("maya", mark, forged(contacts)));
        for (var cursor : List.of("", " ", "'; drop table chat; --", "1", "\u0000", "x".repeat(10_000))) {
            assertRefused(chats("maya", mark, cursor), contacts("maya", mark, cursor));
        }
    }

    private static void assertRefused(Answer... answers) {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.errorCodes()).containsExactly("INVALID_CURSOR");
            assertThat(answer.json().<String>getList("errors[0].extensions.path"))
                    .containsExactly("after");
        });
    }

    private static String cut(String cursor) {
        return cursor.substring(0, cursor.length() - 4);
    }

    /// One sign in the middle is another.
    private static String forged(String cursor) {
        var middle = cursor.length() / 2;
        var other = cursor.charAt(middle) == 'A' ? 'B' : 'A';
        return cursor.substring(0, middle) + other + cursor.substring(middle + 1);
    }

    private static Answer chats(String user, String search, String after) {
        return page(user, "chats", "", search, after);
    }

    private static Answer contacts(String user, String search, String after) {
        return page(user, "contacts", "", search, after);
    }

    private static Answer page(String user, String list, String more, String search, String after) {
        var variables = new HashMap<String, Object>();
        variables.put("search", search);
        variables.put("after", after);
        return GraphQl.as(user)
                .query(
                        "query ($search: String, $after: String) { " + list + "(" + more
                                + "search: $search, after: $after) { edges { node { id } } pageInfo { endCursor } } }",
                        variables);
    }
}
