package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatFilterTest {

    private static final String CHATS =
            "query ($filter: ChatFilterInput) { chats(filter: $filter, first: 100) { edges { node { id } } }"
                    + " chatCount(filter: $filter) { value exact } }";

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    UUID tag;
    UUID vip;
    UUID urgent;
    String mine;
    String omars;
    String nobodys;

    @BeforeEach
    void threeChats() {
        var now = clock.instant();
        tag = ChatFixtures.newTag(pool);
        vip = ChatFixtures.newTag(pool);
        urgent = ChatFixtures.newTag(pool);
        mine = chat().tag(tag, vip, urgent)
                .assignee(DemoIds.MAYA)
                .unread(3)
                .messages(3)
                .name("Ana Müller")
                .phone("+49301234567")
                .lastInboundAt(now.minus(Duration.ofHours(1)))
                .waitingSince(now.minus(Duration.ofHours(1)))
                .sessionExpiresAt(now.plus(Duration.ofHours(23)))
                .insert(pool);
        omars = chat().tag(tag, vip)
                .assignee(DemoIds.OMAR)
                .team(DemoIds.SUPPORT_TEAM)
                .inSupport()
                .status("CLOSED")
                .name("Bo")
                .phone("+16505550999")
                .sessionExpiresAt(now.minus(Duration.ofDays(3)))
                .lastInboundAt(now.minus(Duration.ofDays(4)))
                .insert(pool);
        nobodys = chat().tag(tag).status("SNOOZED").name("").insert(pool);
    }

    @Test
    void status() {
        assertThat(found("status", "EQ", "OPEN")).containsExactlyInAnyOrder(mine);
        assertThat(found("status", "NE", "OPEN")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("status", "IN", "OPEN", "CLOSED")).containsExactlyInAnyOrder(mine, omars);
        assertThat(found("status", "NOT_IN", "OPEN", "CLOSED")).containsExactlyInAnyOrder(nobodys);
    }

    @Test
    void assignee() {
        assertThat(found("assignee", "EQ", "ME")).containsExactlyInAnyOrder(mine);
        assertThat(found("assignee", "NE", "ME")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("assignee", "EQ", "NONE")).containsExactlyInAnyOrder(nobodys);
        assertThat(found("assignee", "IN", "NONE", DemoIds.OMAR)).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("assignee", "NOT_IN", "NONE", DemoIds.OMAR)).containsExactlyInAnyOrder(mine);
        assertThat(found("assignee", "IS_EMPTY")).containsExactlyInAnyOrder(nobodys);
        assertThat(found("assignee", "IS_NOT_EMPTY")).containsExactlyInAnyOrder(mine, omars);
    }

    @Test
    void teamInboxAndNumber() {
        assertThat(found("team", "EQ", DemoIds.SUPPORT_TEAM)).containsExactlyInAnyOrder(omars);
        assertThat(found("team", "EQ", "MY_TEAMS")).isEmpty();
        assertThat(found("team", "NE", DemoIds.SUPPORT_TEAM)).containsExactlyInAnyOrder(mine, nobodys);
        assertThat(found("inbox", "EQ", DemoIds.SUPPORT_INBOX)).containsExactlyInAnyOrder(omars);
        assertThat(found("inbox", "IN", DemoIds.SUPPORT_INBOX, DemoIds.SALES_INBOX))
                .hasSize(3);
        assertThat(found("inbox", "NE", DemoIds.SUPPORT_INBOX)).containsExactlyInAnyOrder(mine, nobodys);
        assertThat(found("businessNumber", "EQ", DemoIds.SUPPORT_NUMBER)).containsExactlyInAnyOrder(omars);
    }

    @Test
    void tags() {
        assertThat(found("tags", "ANY_OF", vip, urgent)).containsExactlyInAnyOrder(mine, omars);
        assertThat(found("tags", "ALL_OF", vip, urgent)).containsExactlyInAnyOrder(mine);
        assertThat(found("tags", "NONE_OF", vip, urgent)).containsExactlyInAnyOrder(nobodys);
        assertThat(found("tags", "IS_EMPTY")).isEmpty();
        assertThat(found("tags", "IS_NOT_EMPTY")).hasSize(3);
    }

    @Test
    void unread() {
        assertThat(found("unread", "EQ", "true")).containsExactlyInAnyOrder(mine);
        assertThat(found("unread", "NE", "true")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("unreadCount", "GTE", "3")).containsExactlyInAnyOrder(mine);
        assertThat(found("unreadCount", "BETWEEN", "0", "2")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("lastMessageDirection", "EQ", "INCOMING")).containsExactlyInAnyOrder(mine);
        assertThat(found("lastMessageDirection", "IS_EMPTY")).containsExactlyInAnyOrder(omars, nobodys);
    }

    @Test
    void times() {
        assertThat(found("waitingSince", "OLDER_THAN", "30m")).containsExactlyInAnyOrder(mine);
        assertThat(found("waitingSince", "IS_EMPTY")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("lastInboundAt", "WITHIN_LAST", "24h")).containsExactlyInAnyOrder(mine);
        assertThat(found("sessionExpiresAt", "WITHIN_NEXT", "1d")).containsExactlyInAnyOrder(mine);
        assertThat(found("sessionState", "EQ", "OPEN")).containsExactlyInAnyOrder(mine);
        assertThat(found("sessionState", "EQ", "CLOSED")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("startedAt", "LT", "2026-01-01")).isEmpty();
        assertThat(found("lastActivityAt", "BETWEEN", "2026-01-01", "2026-01-01T00:00:00+00:00"))
                .hasSize(3);
    }

    @Test
    void customer() {
        assertThat(found("contactName", "CONTAINS", "MÜLL")).containsExactlyInAnyOrder(mine);
        assertThat(found("contactName", "STARTS_WITH", "ana")).containsExactlyInAnyOrder(mine);
        assertThat(found("contactName", "NOT_CONTAINS", "ana")).containsExactlyInAnyOrder(omars, nobodys);
        assertThat(found("contactName", "EQ", "bo")).containsExactlyInAnyOrder(omars);
        assertThat(found("contactName", "IS_EMPTY")).containsExactlyInAnyOrder(nobodys);
        assertThat(found("phone", "EQ", "+49 (30) 123-4567")).containsExactlyInAnyOrder(mine);
        assertThat(found("phone", "STARTS_WITH", "+1 650")).containsExactlyInAnyOrder(omars);
        assertThat(found("phone", "CONTAINS", "1234")).containsExactlyInAnyOrder(mine);
    }

    @Test
    void groups() {
        var either = Map.of("any", List.of(rule("status", "EQ", "CLOSED"), rule("unread", "EQ", "true")));

        assertThat(ids(ask(Map.of("all", List.of(rule("tags", "ANY_OF", tag), either)))))
                .containsExactlyInAnyOrder(mine, omars);
        assertThat(ids(ask(Map.of("all", List.of())))).isNotEmpty();
        assertThat(ids(ask(Map.of("any", List.of())))).isEmpty();
    }

    @Test
    void count_stopsAtItsLimit() {
        // When
        var answer = GraphQl.as("maya").query("""
                query ($f: ChatFilterInput) {
                  all: chatCount(filter: $f) { value exact }
                  three: chatCount(filter: $f, limit: 3) { value exact }
                  two: chatCount(filter: $f, limit: 2) { value exact } }
                """, Map.of("f", rule("tags", "ANY_OF", tag)));

        // Then
        assertThat(answer.<Map<String, Object>>get("all")).isEqualTo(Map.of("value", 3, "exact", true));
        assertThat(answer.<Map<String, Object>>get("three")).isEqualTo(Map.of("value", 3, "exact", true));
        assertThat(answer.<Map<String, Object>>get("two")).isEqualTo(Map.of("value", 2, "exact", false));
        assertThat(GraphQl.as("maya")
                        .query("{ chatCount(limit: 10001) { value } }")
                        .errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void fields_tellWhatIsAllowed() {
        // When
        var answer = GraphQl.as("maya")
                .query("{ chatFilterFields { name label type operators lookup options { value label } } }");

        // Then
        assertThat(answer.<List<String>>get("chatFilterFields.name"))
                .contains("status", "assignee", "inbox", "unread", "tags", "phone");
        assertThat(answer.<List<String>>get("chatFilterFields.find { it.name == 'assignee' }.options.value"))
                .containsExactly("ME", "NONE");
        assertThat(answer.text("chatFilterFields.find { it.name == 'tags' }.lookup"))
                .isEqualTo("tags");
        assertThat(answer.<List<String>>get("chatFilterFields.find { it.name == 'unread' }.operators"))
                .containsExactly("EQ", "NE");
    }

    private List<String> found(String field, String operator, Object... values) {
        var answer = ask(Map.of("all", List.of(rule("tags", "ANY_OF", tag), rule(field, operator, values))));
        assertThat(answer.number("chatCount.value")).isEqualTo(ids(answer).size());
        return ids(answer);
    }

    private static Answer ask(Map<String, ?> filter) {
        return GraphQl.as("maya").query(CHATS, Map.of("filter", filter));
    }

    private static List<String> ids(Answer answer) {
        return answer.list("chats.edges.node.id");
    }

    private static Map<String, Object> rule(String field, String operator, Object... values) {
        var texts = Stream.of(values).map(Object::toString).toList();
        return Map.of("rule", Map.of("field", field, "operator", operator, "values", texts));
    }
}
