package dev.sharedinbox.chat.history;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageHistoryTest {

    private static final String MESSAGES = """
            query ($chat: ID!, $first: Int, $after: String, $last: Int, $before: String, $around: ID) {
              chat(id: $chat) {
                messages(first: $first, after: $after, last: $last, before: $before, around: $around) {
                  edges { cursor node { id seq text } }
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
            """;

    @Inject
    Pool pool;

    String chat;

    @BeforeEach
    void chatOfSeventy() {
        chat = chat().messages(70).insert(pool);
    }

    @Test
    void withoutArguments_theLastFiftyComeOldestFirst() {
        // When
        var page = messages(Map.of());

        // Then
        assertThat(numbers(page)).isEqualTo(range(21, 70));
        assertThat(hasPrevious(page)).isTrue();
        assertThat(hasNext(page)).isFalse();
    }

    @Test
    void backward_goesToTheFirstMessage() {
        // When
        var one = messages(Map.of("last", 40));
        var two = messages(Map.of("last", 40, "before", one.text("chat.messages.pageInfo.startCursor")));

        // Then
        assertThat(numbers(two)).isEqualTo(range(1, 30));
        assertThat(hasPrevious(two)).isFalse();
        assertThat(hasNext(two)).isTrue();
    }

    @Test
    void forward_goesToTheLastMessage() {
        // When
        var one = messages(Map.of("first", 40));
        var two = messages(Map.of("first", 40, "after", one.text("chat.messages.pageInfo.endCursor")));
        var three = messages(Map.of("after", two.text("chat.messages.pageInfo.endCursor")));

        // Then
        assertThat(numbers(one)).isEqualTo(range(1, 40));
        assertThat(hasPrevious(one)).isFalse();
        assertThat(numbers(two)).isEqualTo(range(41, 70));
        assertThat(hasNext(two)).isFalse();
        assertThat(numbers(three)).isEmpty();
        assertThat(hasPrevious(three)).isTrue();
    }

    @Test
    void around_showsAMessageWithItsNeighbours() {
        assertThat(numbers(around(35, 10))).isEqualTo(range(30, 39));
        assertThat(numbers(around(2, 10))).isEqualTo(range(1, 10));
        assertThat(numbers(around(69, 10))).isEqualTo(range(61, 70));
        assertThat(numbers(around(35, 100))).isEqualTo(range(1, 70));
    }

    @Test
    void aroundAMessageOfAnotherChat_isNotFound() {
        // Given
        var other = GraphQl.as("maya")
                .query(MESSAGES, Map.of("chat", chat().messages(1).insert(pool)))
                .text("chat.messages.edges[0].node.id");

        // Then
        assertThat(messages(Map.of("around", other)).errorCodes()).containsExactly("NOT_FOUND");
        assertThat(messages(Map.of("around", "x")).errorCodes()).containsExactly("NOT_FOUND");
    }

    @Test
    void cursorOfAnotherChat_isRefused() {
        // Given
        var cursor = messages(Map.of()).text("chat.messages.pageInfo.startCursor");
        var variables = Map.of("chat", chat().messages(3).insert(pool), "before", cursor);

        // Then
        assertThat(GraphQl.as("maya").query(MESSAGES, variables).errorCodes()).containsExactly("INVALID_CURSOR");
        assertThat(GraphQl.as("omar")
                        .query(MESSAGES, Map.of("chat", chat, "before", cursor))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
    }

    @Test
    void impossiblePages_areRefused() {
        assertThat(messages(Map.of("first", 101)).errorCodes()).containsExactly("INVALID_INPUT");
        assertThat(messages(Map.of("first", 1, "last", 1)).errorCodes()).containsExactly("INVALID_INPUT");
        assertThat(messages(Map.of("before", "x", "around", chat)).errorCodes()).containsExactly("INVALID_INPUT");
    }

    @Test
    void chatWithoutMessages_hasAnEmptyPage() {
        // When
        var page = GraphQl.as("maya").query(MESSAGES, Map.of("chat", chat().insert(pool)));

        // Then
        assertThat(numbers(page)).isEmpty();
        assertThat(hasNext(page)).isFalse();
        assertThat(hasPrevious(page)).isFalse();
    }

    @Test
    void fieldsWithOtherArguments_getTheirOwnPages() {
        // Given
        var brief = chat().messages(3).insert(pool);
        var query = """
                { a: chat(id: "%1$s") { first: messages(first: 2) { edges { node { seq } } }
                                        last: messages(last: 1) { edges { node { seq } } } }
                  b: chat(id: "%2$s") { messages { edges { node { seq chatId } } } } }
                """.formatted(chat, brief);

        // When
        var answer = GraphQl.as("maya").query(query);

        // Then
        assertThat(answer.<List<Integer>>get("a.first.edges.node.seq")).containsExactly(1, 2);
        assertThat(answer.<List<Integer>>get("a.last.edges.node.seq")).containsExactly(70);
        assertThat(answer.<List<Integer>>get("b.messages.edges.node.seq")).containsExactly(1, 2, 3);
        assertThat(answer.<List<String>>get("b.messages.edges.node.chatId")).containsOnly(brief);
    }

    private Answer around(int number, int size) {
        var id = messages(Map.of("first", 100)).text("chat.messages.edges[" + (number - 1) + "].node.id");
        return messages(Map.of("around", id, "first", size));
    }

    private Answer messages(Map<String, ?> arguments) {
        var variables = new HashMap<String, Object>(arguments);
        variables.put("chat", chat);
        return GraphQl.as("maya").query(MESSAGES, variables);
    }

    private static List<Integer> numbers(Answer answer) {
        return answer.list("chat.messages.edges.node.seq");
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static boolean hasNext(Answer answer) {
        return answer.get("chat.messages.pageInfo.hasNextPage");
    }

    private static boolean hasPrevious(Answer answer) {
        return answer.get("chat.messages.pageInfo.hasPreviousPage");
    }
}
