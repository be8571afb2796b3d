package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters as text, wherever filters are taken.
@QuarkusTest
class FilterTextApiTest {

    private static final String CHATS = """
            query ($text: String, $filter: ChatFilterInput) {
              chats(filterText: $text, filter: $filter) { edges { node { id } } }
              chatCount(filterText: $text, filter: $filter) { value } }
            """;

    @Inject
    Pool pool;

    String tag;
    UUID tagId;
    String lenas;
    String jonas;

    @BeforeEach
    void chatsOfATag() {
        tagId = ChatFixtures.newTag(pool);
        tag = "very " + tagId;
        pool.preparedQuery("update tag set name = 'very ' || id where workspace_id = $1 and id = $2")
                .executeAndAwait(Tuple.of(DemoIds.WORKSPACE, tagId));
        lenas = chat().tag(tagId).assignee(DemoIds.LENA).insert(pool);
        jonas = chat().tag(tagId).assignee(DemoIds.JONAS).status("CLOSED").insert(pool);
    }

    @Test
    void text_filtersAsTheTreeDoes() {
        assertThat(listed("maya", "tags=any=(\"" + tag + "\")")).containsExactlyInAnyOrder(lenas, jonas);
        assertThat(listed("maya", "tags=any=('" + tag + "');status!=CLOSED")).containsExactly(lenas);
        assertThat(listed("maya", "tags=all=(" + tagId + ");(status==CLOSED,assignee==ME)"))
                .containsExactly(jonas);
        assertThat(listed("lena", "tags=any=(\"" + tag + "\")")).containsExactly(lenas);
    }

    @Test
    void tree_knowsTagsByNameToo() {
        var answer = ask("maya", null, SpaceUser.rule("tags", "ANY_OF", tag));

        assertThat(answer.number("chatCount.value")).isEqualTo(2);
    }

    @Test
    void wrongText_isRefused() {
        assertRefused("status==", List.of("filterText"), "column");
        assertRefused("status=like=OPEN", List.of("filterText"), "=contains=");
        assertRefused("status==OPEN;colour==RED", List.of("filterText", "all", "1", "rule", "field"), "Fields:");
        assertRefused("status==LOST", List.of("filterText", "rule", "values", "0"), "OPEN");
        assertRefused(
                "status==OPEN;tags=any=(no-such-tag)", List.of("filterText", "all", "1", "rule", "values", "0"), "tag");
        assertRefused("status==OPEN" + ";status==OPEN".repeat(50), List.of("filterText", "all", "50", "rule"), "50");
    }

    @Test
    void textAndTree_areNotGivenTogether() {
        var answer = ask("maya", "status==OPEN", SpaceUser.rule("status", "EQ", "OPEN"));

        assertThat(answer.errorCodes()).containsOnly("INVALID_FILTER");
    }

    @Test
    void liveLists_takeText() {
        var text = "tags=any=(\"" + tag + "\")";
        try (var live = LiveSession.as("maya").hello();
                var graph = GraphQlSocket.as("maya")
                        .subscribe(
                                "s",
                                "subscription ($text: String) { chatListChanges(filterText: $text) { kind } }",
                                Map.of("text", text))) {
            live.send("subscribe", "id", "a", "topic", "chatList", "filterText", text)
                    .expectCaughtUp();
            live.send("subscribe", "id", "b", "topic", "chatList", "filterText", "status==")
                    .expectError("INVALID_FILTER");
            assertThat(graph.item("chatListChanges").getString("kind")).isEqualTo("CAUGHT_UP");
        }
    }

    @Test
    void space_isWrittenAsTextAndPrintedBack() {
        // Given
        var lena = SpaceUser.called("lena");
        var text = "status==OPEN;(assignee==ME,tags=any=(\"" + tag + "\"))";

        // When
        var made = lena.create(Map.of("label", "As text", "filterText", text));

        // Then
        var id = made.text("createSpace.space.id");
        var printed = GraphQl.as("lena")
                .query("query ($id: ID!) { space(id: $id) { filterText } }", Map.of("id", id))
                .text("space.filterText");
        assertThat(printed).isEqualTo("status==OPEN;(assignee==ME,tags=any=(" + tagId + "))");
        assertThat(lena.update(id, 1, Map.of("filterText", "status==OPEN")).text("updateSpace.space.filter.rule.field"))
                .isEqualTo("status");
        assertThat(lena.create(Map.of("label", "None")).userErrorCodes("createSpace"))
                .containsExactly("INVALID_FILTER");
        assertThat(lena.delete(id).userErrorCodes("deleteSpace")).isEmpty();
    }

    @Test
    void wordsAndDurations_stayAsTheyWereWritten() {
        // Given
        var lena = SpaceUser.called("lena");
        var text = "lastActivityAt=on=TODAY;closedAt=last=P7D;contactAttributes.order%20no==A-7";

        // When
        var made = lena.create(Map.of("label", "Of today", "filterText", text));

        // Then
        var id = made.text("createSpace.space.id");
        assertThat(GraphQl.as("lena")
                        .query("query ($id: ID!) { space(id: $id) { filterText } }", Map.of("id", id))
                        .text("space.filterText"))
                .isEqualTo(text);
        assertThat(lena.delete(id).userErrorCodes("deleteSpace")).isEmpty();
    }

    private static void assertRefused(String text, List<String> path, String told) {
        var answer = GraphQl.as("maya")
                .query("query ($text: String) { chatCount(filterText: $text) { value } }", Map.of("text", text));
        assertThat(answer.errorCodes()).containsExactly("INVALID_FILTER");
        assertThat(answer.json().getString("errors[0].message")).contains(told);
        assertThat(answer.json().<String>getList("errors[0].extensions.path")).isEqualTo(path);
    }

    private static List<String> listed(String user, String text) {
        return ask(user, text, null).list("chats.edges.node.id");
    }

    private static Answer ask(String user, String text, Map<String, ?> filter) {
        var variables = new HashMap<String, Object>();
        variables.put("text", text);
        variables.put("filter", filter);
        return GraphQl.as(user).query(CHATS, variables);
    }
}
