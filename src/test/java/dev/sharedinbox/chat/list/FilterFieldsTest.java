package dev.sharedinbox.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.ChatAttributeType;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What `chatFilterFields` and `chatFilterLimits` tell a front end is all that filters accept, and no more.
@QuarkusTest
class FilterFieldsTest {

    @Test
    void everyOperatorThatIsTold_isAccepted_andNoOther() {
        // Given
        Arrays.stream(ChatAttributeType.values()).forEach(FilterFieldsTest::createAttribute);

        // Then
        assertThat(ToldField.all()).hasSizeGreaterThan(35).allSatisfy(field -> {
            var told = Arrays.stream(FilterOperator.values())
                    .filter(operator -> field.operators().contains(operator.name()))
                    .flatMap(operator -> field.values(operator).map(values -> rule(field, operator, values)))
                    .toList();
            var others = Arrays.stream(FilterOperator.values())
                    .filter(operator -> !field.operators().contains(operator.name()))
                    .map(operator -> rule(field, operator, List.of(ToldField.ANY_ID)))
                    .toList();

            assertThat(refusals(told)).isEmpty();
            assertThat(refusals(others))
                    .hasSize(others.size())
                    .containsOnly(List.of("INVALID_FILTER", List.of("filter", "rule", "operator")));
        });
    }

    @Test
    void everythingAFrontEndShows_isTold() {
        assertThat(ToldField.all()).allSatisfy(field -> {
            assertThat(field.operators()).isNotEmpty();
            switch (field.type()) {
                case "ENUM", "ENUM_SET", "BOOLEAN", "TIMESTAMP" ->
                    assertThat(field.options()).isNotEmpty();
                case "ID", "TAGS" -> assertThat(isQuery(field.lookup())).isTrue();
                default -> assertThat(field.options()).isEmpty();
            }
        });
        assertThat(ToldField.all().stream().map(ToldField::name))
                .contains(
                        "status",
                        "assignee",
                        "team",
                        "inbox",
                        "businessNumber",
                        "tags",
                        "unread",
                        "unreadCount",
                        "lastMessageDirection",
                        "waitingSince",
                        "lastActivityAt",
                        "lastInboundAt",
                        "startedAt",
                        "sessionState",
                        "sessionExpiresAt",
                        "lastOutgoingStatus",
                        "contactName",
                        "phone",
                        "lastFailureCode",
                        "closedAt",
                        "lastOutboundAt",
                        "hasPhone",
                        "username",
                        "country",
                        "adSourceId",
                        "ctwaClid",
                        "contactAttributes",
                        "participating");
    }

    @Test
    void limits_areThoseThatHold() {
        var limits = maya().query("{ chatFilterLimits { rules groups depth values valueLength textLength } }")
                .<Map<String, Integer>>get("chatFilterLimits");
        var rules = limits.get("rules");

        assertThat(text("status==OPEN" + ";status==OPEN".repeat(rules - 1)).errors())
                .isEmpty();
        assertThat(path(text("status==OPEN" + ";status==OPEN".repeat(rules))))
                .isEqualTo(List.of("filterText", "all", rules.toString(), "rule"));
        assertThat(count("contactName", "IN", Collections.nCopies(limits.get("values"), "x"))
                        .errors())
                .isEmpty();
        assertThat(path(count("contactName", "IN", Collections.nCopies(limits.get("values") + 1, "x"))))
                .isEqualTo(List.of("filter", "rule", "values"));
        assertThat(count("contactName", "EQ", List.of("x".repeat(limits.get("valueLength"))))
                        .errors())
                .isEmpty();
        assertThat(path(count("contactName", "EQ", List.of("x".repeat(limits.get("valueLength") + 1)))))
                .isEqualTo(List.of("filter", "rule", "values", "0"));
        assertThat(path(text(" ".repeat(limits.get("textLength")) + "a"))).isEqualTo(List.of("filterText"));
        assertThat(groups(limits.get("depth")).errors()).isEmpty();
        assertThat(path(groups(limits.get("depth") + 1)))
                .startsWith("filter", "all", "0")
                .hasSize(2 * limits.get("depth") + 2);
    }

    @Test
    void keyThatIsNone_isRefused() {
        for (var field : List.of(
                "contactAttributes",
                "contactAttributes.",
                "contactAttributes." + "k".repeat(101),
                "contactAttributes.\u0000",
                "status.x",
                ".x",
                "attributes.no_such_key")) {
            assertThat(path(count(field, "EQ", List.of("1")))).as(field).isEqualTo(List.of("filter", "rule", "field"));
        }
    }

    @Test
    void sqlInEveryString_isOnlyText() {
        // Given
        var sql = "'; drop table chat; -- $1 %";

        // Then
        assertThat(ToldField.all()).allSatisfy(field -> {
            var rules = field.operators().stream()
                    .map(FilterOperator::valueOf)
                    .filter(operator -> operator.arity() != FilterOperator.Arity.NONE)
                    .map(operator -> rule(field, operator, sqlFor(operator, sql)))
                    .toList();
            var isFreeText = field.type().equals("TEXT") && !field.name().endsWith("phone");

            assertThat(refusals(rules))
                    .hasSize(isFreeText ? 0 : rules.size())
                    .allMatch(refusal -> refusal.toString().startsWith("[INVALID_FILTER, [filter, rule, values, 0"));
        });
        assertThat(count("contactAttributes." + sql, "CONTAINS", List.of(sql)).errors())
                .isEmpty();
        assertThat(path(count(sql, "EQ", List.of("1")))).isEqualTo(List.of("filter", "rule", "field"));
    }

    private static List<String> sqlFor(FilterOperator operator, String sql) {
        return Collections.nCopies(operator == FilterOperator.BETWEEN ? 2 : 1, sql);
    }

    private static Map<String, Object> rule(ToldField field, FilterOperator operator, List<String> values) {
        return Map.of("rule", Map.of("field", field.inRules(), "operator", operator.name(), "values", values));
    }

    /// Counts with each of these filters; the code and path of each refusal.
    private static List<Object> refusals(List<Map<String, Object>> filters) {
        var variables = IntStream.range(0, filters.size())
                .boxed()
                .collect(Collectors.toMap(place -> "f" + place, filters::get));
        var names = variables.keySet().stream().sorted().toList();
        var query = names.stream().map(name -> "$" + name + ": ChatFilterInput").collect(Collectors.joining(", "))
                + ") { "
                + names.stream()
                        .map(name -> name + ": chatCount(filter: $" + name + ", limit: 1) { value }")
                        .collect(Collectors.joining(" "));
        return maya().query("query (" + query + " }", variables).errors().stream()
                .map(error -> (Map<?, ?>) error.get("extensions"))
                .<Object>map(told -> List.of(told.get("code"), told.get("path")))
                .toList();
    }

    private static boolean isQuery(String name) {
        return maya().query("{ __type(name: \"Query\") { fields { name } } }")
                .<String>list("__type.fields.name")
                .contains(name);
    }

    private static Answer count(String field, String operator, List<String> values) {
        return count(Map.of("rule", Map.of("field", field, "operator", operator, "values", values)));
    }

    private static Answer count(Map<String, ?> filter) {
        return maya().query(
                        "query ($filter: ChatFilterInput) { chatCount(filter: $filter, limit: 1) { value } }",
                        Map.of("filter", filter));
    }

    private static Answer text(String text) {
        return maya().query(
                        "query ($text: String) { chatCount(filterText: $text, limit: 1) { value } }",
                        Map.of("text", text));
    }

    private static Answer groups(int depth) {
        Map<String, ?> filter = Map.of("rule", Map.of("field", "status", "operator", "EQ", "values", List.of("OPEN")));
        for (int group = 0; group < depth; group++) {
            filter = Map.of("all", List.of(filter));
        }
        return count(filter);
    }

    private static GraphQl maya() {
        return GraphQl.as("maya");
    }

    private static List<String> path(Answer refused) {
        assertThat(refused.errorCodes()).containsExactly("INVALID_FILTER");
        return refused.json().getList("errors[0].extensions.path");
    }

    private static void createAttribute(ChatAttributeType type) {
        var hasOptions = type == ChatAttributeType.ENUM || type == ChatAttributeType.MULTI_ENUM;
        var key = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var options = hasOptions ? List.of(Map.of("key", "red", "label", "Red")) : List.of();
        var made = maya().query(
                        "mutation ($input: CreateChatAttributeInput!) { createChatAttribute(input: $input) { errors { code } } }",
                        Map.of("input", Map.of("key", key, "label", key, "type", type.name(), "options", options)));
        assertThat(made.userErrorCodes("createChatAttribute")).isEmpty();
    }
}
