package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Words too common to be looked up, in a world where everything is common.
@QuarkusTest
@TestProfile(CommonWordsTest.NarrowSearch.class)
class CommonWordsTest {

    @Inject
    Pool pool;

    @Inject
    Database database;

    @Inject
    SearchDriver driver;

    public static class NarrowSearch implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inbox.search.few", "0", "inbox.search.span", "40");
        }
    }

    /// PostgreSQL's estimate of a word that stands in every other message is far above the span.
    @BeforeEach
    void manyMessages() {
        chat().messages(400).insert(pool);
        chat().messages(90).assignee(DemoIds.LENA).insert(pool);
        indexed();
    }

    private void indexed() {
        driver.indexed();
        database.run("analyze message_words");
    }

    @Test
    void commonWord_isMetAmongTheNewest() {
        // Given
        database.run("update message set sent_at = now() where text = 'message 90'");

        // When
        var page = SearchDriver.search("maya", Map.of("search", "message", "first", 10));

        // Then
        assertThat(SearchDriver.ids(page)).hasSize(10);
        assertThat(page.<Boolean>get("searchMessages.pageInfo.hasNextPage")).isTrue();
    }

    @Test
    void partsOfASearch_addUpToAllThatTheViewerMaySee() {
        assertThat(all("lena", "message", 7)).isEqualTo(visible("and c.assignee_id = $1", DemoIds.LENA));
        assertThat(all("maya", "message", 100)).isEqualTo(visible("and c.workspace_id = $1", DemoIds.WORKSPACE));
    }

    @Test
    void commonWordInAFewOldChats_isFoundAtOnce() {
        // Given
        var tag = ChatFixtures.newTag(pool);
        chat().tag(tag).messages(3).insert(pool);
        var rule = Map.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag.toString()));
        chat().messages(50)
                .lastActivityAt(Instant.parse("2026-01-02T00:00:00Z"))
                .insert(pool);
        indexed();

        // When
        var page = SearchDriver.search("maya", Map.of("search", "message", "filter", Map.of("rule", rule)));

        // Then
        assertThat(SearchDriver.ids(page)).hasSize(3);
        assertThat(page.<Boolean>get("searchMessages.pageInfo.hasNextPage")).isFalse();
    }

    private List<String> all(String user, String word, int size) {
        var met = new ArrayList<String>();
        var page = SearchDriver.search(user, Map.of("search", word, "first", size));
        met.addAll(SearchDriver.ids(page));
        while (page.<Boolean>get("searchMessages.pageInfo.hasNextPage")) {
            var after = page.text("searchMessages.pageInfo.endCursor");
            page = SearchDriver.search(user, Map.of("search", word, "first", size, "after", after));
            assertThat(page.text("searchMessages.pageInfo.endCursor")).isNotEqualTo(after);
            met.addAll(SearchDriver.ids(page));
        }
        return met;
    }

    private List<String> visible(String whose, UUID id) {
        return database
                .run(
                        "select m.id from message m join chat c on c.workspace_id = m.workspace_id and c.id = m.chat_id"
                                + " where m.text ~* '\\mmessage\\M' and m.revoked_at is null and c.workspace_id = '"
                                + DemoIds.WORKSPACE + "' " + whose + " order by m.sent_at desc, m.id desc",
                        id)
                .stream()
                .map(row -> row.getUUID("id").toString())
                .toList();
    }
}
