package dev.sharedinbox.chat.bulk;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which chats a deed on many is done to, and what is refused as a whole.
@QuarkusTest
class BulkTargetTest {

    private static final String ATTACK = "'; drop table chat; --";

    @Inject
    Pool pool;

    @Inject
    Database database;

    private BulkUser maya;
    private UUID tag;
    private String sales;
    private String closed;
    private String support;

    @BeforeEach
    void chats() {
        maya = BulkUser.called("maya");
        tag = ChatFixtures.newTag(pool);
        sales = chat().tag(tag).name("Anaïs Target").insert(pool);
        closed = chat().tag(tag).status("CLOSED").insert(pool);
        support = chat().tag(tag).inSupport().assignee(DemoIds.LENA).insert(pool);
    }

    @Test
    void allOfASpace() {
        // Given
        var space = SpaceUser.called("maya").creates("Tagged", tagged());

        // Then
        assertThat(reached(Map.of("spaceId", space))).containsExactlyInAnyOrder(sales, closed, support);
    }

    @Test
    void spaceAndOwnRulesOnTop() {
        // Given
        var space = SpaceUser.called("maya").creates("Tagged", tagged());

        // Then
        assertThat(reached(Map.of("spaceId", space, "filter", SpaceUser.rule("status", "EQ", "OPEN"))))
                .containsExactlyInAnyOrder(sales, support);
        assertThat(reached(Map.of("spaceId", space, "filterText", "status==CLOSED")))
                .containsExactly(closed);
        assertThat(reached(Map.of("spaceId", space, "search", "target anais"))).containsExactly(sales);
    }

    @Test
    void filterAsText_callsTagsByTheirNames() {
        assertThat(reached(Map.of("filterText", "tags=any=('" + tagName() + "');inbox!=" + DemoIds.SALES_INBOX)))
                .containsExactly(support);
        assertThat(reached(Map.of("filter", SpaceUser.rule("tags", "ANY_OF", tagName()))))
                .hasSize(3);
    }

    @Test
    void spaceOfAnother_isWhatTheyMaySeeOfIt() {
        // Given
        var space = SpaceUser.called("maya").creates("All tagged", tagged(), SpaceUser.everyone(false));
        var own = SpaceUser.called("maya").creates("My own", tagged());

        // Then
        var lena = BulkUser.called("lena").does("MARK_READ", Map.of("spaceId", space));
        assertThat(lena.number("bulkChats.job.total")).isEqualTo(1);
        assertThat(BulkUser.called("lena").faultOf("MARK_READ", Map.of("spaceId", own)))
                .containsExactly("input", "spaceId");
        assertThat(BulkUser.called("zoe").isRefused("MARK_READ", Map.of("spaceId", space)))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void neitherOrBothOfNamesAndList_areRefused() {
        assertThat(maya.isRefused("CLOSE", Map.of())).containsExactly("INVALID_INPUT");
        assertThat(maya.isRefused("CLOSE", Map.of("chatIds", List.of(sales), "search", "x")))
                .containsExactly("INVALID_INPUT");
        assertThat(maya.isRefused("CLOSE", Map.of("chatIds", List.of()))).containsExactly("INVALID_INPUT");
        assertThat(maya.isRefused("CLOSE", Map.of("filter", tagged(), "filterText", "status==OPEN")))
                .containsExactly("INVALID_FILTER");
    }

    @Test
    void namesOfNobody_areRefused() {
        assertThat(maya.isRefused("CLOSE", Map.of("chatIds", ids(1_001)))).containsExactly("INVALID_INPUT");
        maya.sends("x", "CLOSE", Map.of("chatIds", ids(10_000)))
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
        assertThat(maya.faultOf("CLOSE", Map.of("chatIds", List.of(ATTACK)))).containsExactly("input", "chatIds");
        var unknown = maya.does("CLOSE", Map.of("chatIds", ids(3)));
        assertThat(unknown.number("bulkChats.job.refused")).isEqualTo(3);
        assertThat(maya.results(unknown.text("bulkChats.job.id"), true))
                .extracting("code")
                .containsOnly("NOT_FOUND");
    }

    @Test
    void wrongRules_areRefusedWithTheirPlace() {
        assertThat(maya.faultOf("CLOSE", Map.of("filter", SpaceUser.rule(ATTACK, "EQ", "x"))))
                .containsExactly("input", "filter", "rule", "field");
        assertThat(maya.faultOf("CLOSE", Map.of("filter", SpaceUser.rule("tags", "ANY_OF", ATTACK))))
                .containsExactly("input", "filter", "rule", "values", "0");
        assertThat(maya.faultOf("CLOSE", Map.of("filterText", "status==")).getFirst())
                .isEqualTo("input");
        assertThat(maya.faultOf("CLOSE", Map.of("search", "x".repeat(201)))).startsWith("input", "search");
        assertThat(maya.isRefused("CLOSE", Map.of("search", ATTACK))).isEmpty();
    }

    @Test
    void whatTheDeedNeeds_isCheckedBeforeAnyChat() {
        // Given
        var chats = Map.of("chatIds", List.of(sales));
        var theirs = UUID.randomUUID();
        database.run(
                "insert into tag (workspace_id, id, name) values ($1, $2, $2::text)", DemoIds.OTHER_WORKSPACE, theirs);

        // Then
        assertFault(chats, "ADD_TAGS", "tagIds", List.of());
        assertFault(chats, "ADD_TAGS", "tagIds", List.of(theirs.toString()));
        assertFault(chats, "ADD_TAGS", "tagIds", List.of(ATTACK));
        assertFault(chats, "ASSIGN", "userId", DemoIds.ZOE.toString());
        assertFault(chats, "ASSIGN", "userId", ATTACK);
        assertFault(chats, "ASSIGN", "teamId", UUID.randomUUID().toString());
        assertFault(chats, "CLOSE", "tagIds", List.of(tag.toString()));
        assertFault(chats, "ASSIGN_TEAM", "userId", DemoIds.LENA.toString());
        assertThat(maya.asks("x\u0000", "CLOSE", chats).userErrorCodes("bulkChats"))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void whoMayNot_isForbidden() {
        // Given
        var chats = Map.of("chatIds", List.of(support));
        database.run(
                "update role set permissions = array_remove(permissions, 'CHAT_CLOSE') where id = $1",
                DemoIds.AGENT_ROLE);

        // Then
        try {
            assertThat(BulkUser.called("lena").isRefused("CLOSE", chats)).containsExactly("FORBIDDEN");
        } finally {
            database.run(
                    "update role set permissions = array_append(permissions, 'CHAT_CLOSE') where id = $1",
                    DemoIds.AGENT_ROLE);
        }
    }

    private void assertFault(Map<String, ?> chats, String deed, String argument, Object value) {
        var input = new HashMap<String, Object>(chats);
        input.put(argument, value);
        assertThat(maya.faultOf(deed, input)).as(deed + " " + value).containsExactly("input", argument);
    }

    private List<String> reached(Map<String, ?> input) {
        var job = maya.does("MARK_READ", input).text("bulkChats.job.id");
        return maya.results(job, false).stream()
                .map(result -> result.get("chatId").toString())
                .toList();
    }

    private Map<String, Object> tagged() {
        return SpaceUser.rule("tags", "ANY_OF", tag.toString());
    }

    /// As people would write it.
    private String tagName() {
        database.run("update tag set name = 'Called ' || left(name, 8) where id = $1 and name not like 'Called%'", tag);
        return Database.column("select name from tag where id = ?::uuid", tag.toString())
                .getFirst();
    }

    private static List<String> ids(int count) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .map(UUID::toString)
                .toList();
    }
}
