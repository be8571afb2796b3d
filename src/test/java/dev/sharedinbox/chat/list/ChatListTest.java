package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatListTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String CHATS = """
            query ($filter: ChatFilterInput, $first: Int, $after: String, $last: Int, $before: String) {
              chats(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
                edges { cursor node { id } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                cursor } }
            """;

    @Inject
    Pool pool;

    UUID tag;
    List<String> newestFirst;

    @BeforeEach
    void sevenChats() {
        tag = ChatFixtures.newTag(pool);
        var chats = new ArrayList<String>();
        for (int hours = 0; hours < 7; hours++) {
            chats.add(chat().tag(tag)
                    .lastActivityAt(NOON.plus(Duration.ofHours(hours)))
                    .insert(pool));
        }
        Collections.reverse(chats);
        newestFirst = List.copyOf(chats);
    }

    @Test
    void list_hasNewestActivityFirst() {
        assertThat(ids(page(Map.of()))).isEqualTo(newestFirst);
    }

    @Test
    void forward_goesThroughTheListOnce() {
        // When
        var one = page(Map.of("first", 3));
        var two = page(Map.of("first", 3, "after", one.text("chats.pageInfo.endCursor")));
        var three = page(Map.of("first", 3, "after", two.text("chats.pageInfo.endCursor")));

        // Then
        assertThat(ids(one)).isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(two)).isEqualTo(newestFirst.subList(3, 6));
        assertThat(ids(three)).isEqualTo(newestFirst.subList(6, 7));
        assertThat(hasNext(one)).isTrue();
        assertThat(hasNext(three)).isFalse();
        assertThat(hasPrevious(one)).isFalse();
        assertThat(hasPrevious(two)).isTrue();
    }

    @Test
    void backward_goesThroughTheListOnce() {
        // When
        var last = page(Map.of("last", 3));
        var middle = page(Map.of("last", 3, "before", last.text("chats.pageInfo.startCursor")));
        var first = page(Map.of("last", 3, "before", middle.text("chats.pageInfo.startCursor")));

        // Then
        assertThat(ids(last)).isEqualTo(newestFirst.subList(4, 7));
        assertThat(ids(middle)).isEqualTo(newestFirst.subList(1, 4));
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 1));
        assertThat(hasPrevious(middle)).isTrue();
        assertThat(hasPrevious(first)).isFalse();
        assertThat(hasNext(last)).isFalse();
        assertThat(hasNext(first)).isTrue();
    }

    @Test
    void chatsThatMoveBetweenPages_costNoOtherChatItsPlace() {
        // Given
        var one = page(Map.of("first", 3));

        // When
        ChatFixtures.touch(pool, newestFirst.get(4), NOON.plus(Duration.ofDays(1)));
        chat().tag(tag).lastActivityAt(NOON.plus(Duration.ofDays(2))).insert(pool);
        var two = page(Map.of("first", 3, "after", one.text("chats.pageInfo.endCursor")));

        // Then
        assertThat(ids(two)).containsExactly(newestFirst.get(3), newestFirst.get(5), newestFirst.get(6));
    }

    @Test
    void chatsOfTheSameMoment_areAllListed() {
        // Given
        var same = ChatFixtures.newTag(pool);
        for (int i = 0; i < 5; i++) {
            chat().tag(same).lastActivityAt(NOON).insert(pool);
        }

        // When
        var one = page(same, Map.of("first", 3));
        var two = page(same, Map.of("first", 3, "after", one.text("chats.pageInfo.endCursor")));

        // Then
        var met = new ArrayList<>(ids(one));
        met.addAll(ids(two));
        assertThat(met).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void emptyPage_hasAChangeCursorToo() {
        // When
        var answer = page(ChatFixtures.newTag(pool), Map.of());

        // Then
        assertThat(ids(answer)).isEmpty();
        assertThat(answer.text("chats.cursor")).isNotBlank();
        assertThat(answer.<Object>get("chats.pageInfo.startCursor")).isNull();
    }

    @Test
    void impossiblePages_areRefused() {
        assertRefused(page(Map.of("first", 0)), "INVALID_INPUT", "first");
        assertRefused(page(Map.of("first", 101)), "INVALID_INPUT", "first");
        assertRefused(page(Map.of("last", -1)), "INVALID_INPUT", "last");
        assertRefused(page(Map.of("first", 1, "last", 1)), "INVALID_INPUT", "last");
    }

    @Test
    void manyListsInOneQuery_areAllAnswered() {
        // Given
        var fields = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            fields.append("a")
                    .append(i)
                    .append(": chats(filter: {rule: {field: \"tags\", operator: ANY_OF, values: [\"")
                    .append(tag)
                    .append("\"]}}, first: ")
                    .append(i + 1)
                    .append(") { edges { node { id } } } ");
        }

        // When
        var answer = GraphQl.as("maya").query("{ " + fields + " tags { name } chatCount { value } }");

        // Then
        for (int i = 0; i < 30; i++) {
            assertThat(answer.list("a" + i + ".edges")).hasSize(Math.min(i + 1, 7));
        }
    }

    private Answer page(Map<String, ?> arguments) {
        return page(tag, arguments);
    }

    private Answer page(UUID tag, Map<String, ?> arguments) {
        return page("maya", tag, arguments);
    }

    private Answer page(String user, UUID tag, Map<String, ?> arguments) {
        var variables = new HashMap<String, Object>(arguments);
        var rule = Map.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag.toString()));
        variables.put("filter", Map.of("rule", rule));
        return GraphQl.as(user).query(CHATS, variables);
    }

    private static List<String> ids(Answer answer) {
        return answer.list("chats.edges.node.id");
    }

    private static boolean hasNext(Answer answer) {
        return answer.get("chats.pageInfo.hasNextPage");
    }

    private static boolean hasPrevious(Answer answer) {
        return answer.get("chats.pageInfo.hasPreviousPage");
    }

    private static void assertRefused(Answer answer, String code, String argument) {
        assertThat(answer.errorCodes()).containsExactly(code);
    }
}
