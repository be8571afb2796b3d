package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lena's role sees only the chats assigned to her, Maya's all of the workspace, and Zoe is of another one.
@QuarkusTest
class ChatVisibilityTest {

    private static final String BY_TAG = """
            filter: { rule: { field: "tags", operator: ANY_OF, values: ["%s"] } }
            """;
    private static final String ALL_BUT_NOBODY = """
            filter: { any: [{ rule: { field: "assignee", operator: NE, values: ["ME"] } },
                            { rule: { field: "assignee", operator: EQ, values: ["ME"] } }] }
            """;

    @Inject
    Pool pool;

    UUID tag;
    String lenas;
    String jonas;
    String nobodys;

    @BeforeEach
    void chatsOfSeveralPeople() {
        tag = ChatFixtures.newTag(pool);
        lenas = chat().tag(tag).assignee(DemoIds.LENA).messages(2).insert(pool);
        jonas = chat().tag(tag).assignee(DemoIds.JONAS).messages(2).insert(pool);
        nobodys = chat().tag(tag).messages(2).insert(pool);
    }

    @Test
    void list_hasOnlyVisibleChats() {
        assertThat(listed("lena", BY_TAG.formatted(tag))).containsExactly(lenas);
        assertThat(listed("jonas", BY_TAG.formatted(tag))).containsExactly(jonas);
        assertThat(listed("maya", BY_TAG.formatted(tag))).containsExactlyInAnyOrder(lenas, jonas, nobodys);
        assertThat(listed("zoe", BY_TAG.formatted(tag))).isEmpty();
    }

    @Test
    void filter_neverWidensTheView() {
        assertThat(listed("lena", ALL_BUT_NOBODY)).contains(lenas).doesNotContain(jonas, nobodys);
        assertThat(listed("zoe", ALL_BUT_NOBODY)).doesNotContain(lenas, jonas, nobodys);
    }

    @Test
    void count_hasOnlyVisibleChats() {
        assertThat(count("lena")).isEqualTo(1);
        assertThat(count("maya")).isEqualTo(3);
        assertThat(count("zoe")).isEqualTo(0);
    }

    @Test
    void chat_thatIsNotVisible_isAsIfThereWereNone() {
        assertThat(chatId("lena", lenas)).isEqualTo(lenas);
        assertThat(chatId("lena", jonas)).isNull();
        assertThat(chatId("lena", nobodys)).isNull();
        assertThat(chatId("zoe", lenas)).isNull();
        assertThat(chatId("lena", UUID.randomUUID().toString())).isNull();
        assertThat(chatId("lena", "'; drop table chat; --")).isNull();
    }

    @Test
    void messages_comeWithVisibleChatsOnly() {
        // When
        var answer = GraphQl.as("lena")
                .query("{ chats(%s) { edges { node { id messages { edges { node { chatId } } } } } } }"
                        .formatted(BY_TAG.formatted(tag)));

        // Then
        assertThat(answer.<List<List<String>>>get("chats.edges.node.messages.edges.node.chatId"))
                .containsExactly(List.of(lenas, lenas));
    }

    @Test
    void tags_areThoseOfTheWorkspace() {
        assertThat(GraphQl.as("maya").query("{ tags { id } }").<List<String>>get("tags.id"))
                .contains(tag.toString());
        assertThat(GraphQl.as("zoe").query("{ tags { id } }").<List<String>>get("tags.id"))
                .doesNotContain(tag.toString());
    }

    private static List<String> listed(String user, String filter) {
        return GraphQl.as(user)
                .query("{ chats(first: 100, %s) { edges { node { id } } } }".formatted(filter))
                .list("chats.edges.node.id");
    }

    private int count(String user) {
        return GraphQl.as(user)
                .query("{ chatCount(%s) { value } }".formatted(BY_TAG.formatted(tag)))
                .number("chatCount.value");
    }

    private static String chatId(String user, String id) {
        return GraphQl.as(user)
                .query("query ($id: ID!) { chat(id: $id) { id } }", Map.of("id", id))
                .get("chat?.id");
    }
}
