package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatSearchTest {

    private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");
    private static final String CHATS = """
            query ($search: String, $after: String) {
              chats(search: $search, first: 1, after: $after, filter: {rule: {field: "status", operator: EQ, values: ["OPEN"]}}) {
                edges { node { id } } pageInfo { hasNextPage endCursor } }
              chatCount(search: $search) { value exact } }
            """;

    @Inject
    Pool pool;

    private final String mark =
            "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void search_goesTogetherWithTheFilterAndPages() {
        // Given
        var old = chat().name("Zoë Ångström " + mark).insert(pool);
        var young = chat().name(mark + " zoe").lastActivityAt(LATER).insert(pool);
        chat().name("Zoe " + mark).status("CLOSED").insert(pool);
        chat().name("Zora " + mark).insert(pool);

        // When
        var one = search("maya", "zoe " + mark, Map.of());
        var two = search("maya", "zoe " + mark, Map.of("after", one.text("chats.pageInfo.endCursor")));

        // Then
        assertThat(one.text("chats.edges[0].node.id")).isEqualTo(young);
        assertThat(two.text("chats.edges[0].node.id")).isEqualTo(old);
        assertThat(two.<Boolean>get("chats.pageInfo.hasNextPage")).isFalse();
        assertThat(one.number("chatCount.value")).isEqualTo(3);
    }

    @Test
    void agent_findsOwnChatsOnly() {
        chat().name(mark).assignee(DemoIds.JONAS).insert(pool);
        var own = chat().name(mark).assignee(DemoIds.LENA).insert(pool);

        var found = search("lena", mark, Map.of());

        assertThat(found.<String>list("chats.edges.node.id")).containsExactly(own);
        assertThat(found.number("chatCount.value")).isEqualTo(1);
    }

    private static Answer search(String user, String search, Map<String, ?> more) {
        var variables = new HashMap<String, Object>(Map.of("search", search));
        variables.putAll(more);
        return GraphQl.as(user).query(CHATS, variables);
    }
}
