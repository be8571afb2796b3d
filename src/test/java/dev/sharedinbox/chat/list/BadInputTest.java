package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.SpaceUser.rule;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong is refused alike by whatever takes a filter or a search: with a code, the place and what
/// would be right. No answer tells how it is made, and no text ever becomes SQL.
@QuarkusTest
class BadInputTest {

    private static final String SQL = "'; drop table chat; -- $1 %\" \\";
    private static final Map<String, Object> OPEN = rule("status", "EQ", "OPEN");

    /// Whatever takes a filter.
    private enum Door {
        CHATS("query ($filter: ChatFilterInput, $search: String) {"
                + " chats(filter: $filter, search: $search) { edges { node { id } } } }"),
        COUNT("query ($filter: ChatFilterInput, $search: String) {"
                + " chatCount(filter: $filter, search: $search) { value } }"),
        TALLY("query ($filter: ChatFilterInput, $search: String) {"
                + " chatCounts(filter: $filter, search: $search) { total { value } } }"),
        MESSAGES("query ($filter: ChatFilterInput) {"
                + " searchMessages(search: \"order\", filter: $filter) { edges { node { message { id } } } } }"),
        BULK("mutation ($filter: ChatFilterInput, $search: String) { done: bulkChats(input: {clientRequestId: \"%s\","
                + " deed: MARK_READ, filter: $filter, search: $search}) { errors { code path message } } }"),
        SPACE("mutation ($filter: ChatFilterInput!, $search: String) { done: createSpace(input: {label: \"Bad\","
                + " filter: $filter, search: $search}) { errors { code path message } } }");

        private final String document;

        Door(String document) {
            this.document = document;
        }

        Answer ask(Map<String, ?> variables) {
            return GraphQl.as("maya").query(document.formatted(UUID.randomUUID()), variables);
        }

        /// Send a filter that must be refused; where, below the argument.
        List<String> refuses(Map<String, ?> filter) {
            var refusal = Refusal.of(ask(Map.of("filter", filter)));
            assertThat(refusal.code()).isEqualTo("INVALID_FILTER");
            assertThat(refusal.path()).contains("filter");
            return refusal.path()
                    .subList(
                            refusal.path().indexOf("filter") + 1, refusal.path().size());
        }
    }

    /// The one error of an answer, wherever it stands.
    private record Refusal(String code, List<String> path) {

        static Refusal of(Answer answer) {
            assertThat(answer.json().prettify())
                    .doesNotContainIgnoringCase(
                            "select ", "exception:", "dev.sharedinbox", "postgres", "sqlstate", ".java");
            var user = answer.errors().isEmpty();
            var code = user
                    ? answer.text("done.errors[0].code")
                    : answer.errorCodes().getFirst();
            List<String> path = answer.json().get(user ? "data.done.errors[0].path" : "errors[0].extensions.path");
            return new Refusal(code, path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownField(Door door) {
        assertThat(door.refuses(Map.of("all", List.of(OPEN, rule("nope", "EQ", "1")))))
                .containsExactly("all", "1", "rule", "field");
        assertThat(door.refuses(rule("attributes.nope", "EQ", "1"))).startsWith("rule", "field");
        assertThat(door.refuses(rule("workspace_id", "IS_EMPTY"))).containsExactly("rule", "field");
    }

    @ParameterizedTest
    @EnumSource
    void wrongOperator(Door door) {
        assertThat(door.refuses(rule("unread", "CONTAINS", "true"))).containsExactly("rule", "operator");
        assertThat(door.refuses(rule("status", "EQ"))).containsExactly("rule", "values");
        assertThat(door.ask(Map.of("filter", rule("status", "LIKE", "OPEN"))).errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    @ParameterizedTest
    @EnumSource
    void wrongType(Door door) {
        assertThat(door.refuses(rule("assignee", "EQ", "maya"))).containsExactly("rule", "values", "0");
        assertThat(door.refuses(rule("unreadCount", "GT", "many"))).containsExactly("rule", "values", "0");
        assertThat(door.refuses(rule("startedAt", "GT", "yesterday"))).containsExactly("rule", "values", "0");
        assertThat(door.refuses(rule("contactName", "EQ", "x".repeat(201)))).containsExactly("rule", "values", "0");
        assertThat(door.refuses(rule("contactName", "EQ", "a\u0000b"))).containsExactly("rule", "values", "0");
    }

    @ParameterizedTest
    @EnumSource
    void noOrTwoKindsOfRules(Door door) {
        assertThat(door.refuses(Map.of())).isEmpty();
        assertThat(door.refuses(Map.of("any", List.of(Map.of("all", List.of(), "any", List.of())))))
                .containsExactly("any", "0");
    }

    @ParameterizedTest
    @EnumSource
    void fiftyOneLeaves(Door door) {
        assertThat(door.refuses(Map.of("all", nCopies(51, OPEN)))).containsExactly("all", "50", "rule");
    }

    @Test
    void asMuchAsIsAllowed_isNotRefused() {
        assertThat(Door.CHATS
                        .ask(Map.of("filter", Map.of("all", nCopies(50, OPEN))))
                        .errorCodes())
                .isEmpty();
        assertThat(Door.CHATS.ask(Map.of("filter", nested(3))).errorCodes()).isEmpty();
        assertThat(Door.CHATS
                        .ask(Map.of(
                                "filter",
                                rule("contactName", "IN", nCopies(100, "x").toArray(String[]::new))))
                        .errorCodes())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void depthOfFour_andOfHundreds(Door door) {
        assertThat(door.refuses(nested(4))).containsExactly("all", "0", "all", "0", "all", "0", "all");
        assertThat(Refusal.of(door.ask(Map.of("filter", nested(300)))).code()).isEqualTo("INVALID_FILTER");
    }

    @ParameterizedTest
    @EnumSource
    void tenThousandIds(Door door) {
        // Given
        var ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(10_000)
                .toArray(String[]::new);
        var short10000 = nCopies(10_000, "x").toArray(String[]::new);

        // Then
        assertThat(door.refuses(rule("contactName", "IN", short10000))).containsExactly("rule", "values");
        GraphQl.as("maya")
                .send(door.document, Map.of("filter", rule("assignee", "IN", ids)))
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @EnumSource
    void sqlInEveryString(Door door) {
        assertThat(door.refuses(rule(SQL, "EQ", "1"))).containsExactly("rule", "field");
        assertThat(door.refuses(rule("attributes." + SQL, "EQ", "1"))).containsExactly("rule", "field");
        for (var field : List.of("status", "assignee", "inbox", "phone", "unreadCount", "country")) {
            assertThat(door.refuses(rule(field, "EQ", SQL))).containsExactly("rule", "values", "0");
        }
        assertThat(door.refuses(rule("tags", "ANY_OF", SQL))).containsExactly("rule", "values", "0");
        assertThat(door.refuses(rule("startedAt", "GT", SQL))).containsExactly("rule", "values", "0");
        assertThat(Refusal.of(door.ask(Map.of("filter", rule("status", SQL, "OPEN"))))
                        .code())
                .isEqualTo("INVALID_INPUT");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHATS", "COUNT", "TALLY", "BULK", "SPACE"})
    void searchThatIsTooLongOrNoText(Door door) {
        for (var search : List.of("x".repeat(201), "x ".repeat(51), "a\u0000b")) {
            var refusal = Refusal.of(door.ask(Map.of("search", search, "filter", OPEN)));
            assertThat(refusal.code()).isIn("INVALID_FILTER", "INVALID_INPUT");
            assertThat(refusal.path()).contains("search");
        }
    }

    @Test
    void sqlInASearch_isOnlyText() {
        assertThat(Door.CHATS.ask(Map.of("search", SQL)).<String>list("chats.edges"))
                .isEmpty();
        assertThat(GraphQl.as("maya")
                        .query("query ($s: String) { contacts(search: $s) { edges { cursor } } }", Map.of("s", SQL))
                        .<String>list("contacts.edges"))
                .isEmpty();
        assertThat(GraphQl.as("maya")
                        .query(
                                "query ($s: String!) { searchMessages(search: $s) { edges { node { snippet { text } } } } }",
                                Map.of("s", SQL))
                        .<String>list("searchMessages.edges"))
                .isEmpty();
    }

    @Test
    void sqlAsAnId_isOfNothing() {
        // When
        var read = GraphQl.as("maya")
                .query(
                        "query ($id: ID!) { chat(id: $id) { id } contact(id: $id) { id } bulkJob(id: $id) { id } }",
                        Map.of("id", SQL));
        var list = GraphQl.as("maya")
                .query("query ($id: ID) { chats(spaceId: $id) { edges { sortKey } } }", Map.of("id", SQL));

        // Then
        assertThat(read.<Object>get("chat")).isNull();
        assertThat(read.<Object>get("contact")).isNull();
        assertThat(read.<Object>get("bulkJob")).isNull();
        assertThat(Refusal.of(list)).isEqualTo(new Refusal("NOT_FOUND", List.of("spaceId")));
    }

    /// A rule within so many groups.
    private static Map<String, Object> nested(int depth) {
        return depth == 0 ? OPEN : Map.of("all", List.of(nested(depth - 1)));
    }
}
