package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A group is the other side of a chat of its own; nothing of it comes into the chats of those who write there.
@QuarkusTest
class GroupTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;

    private final String ada = Phones.next();
    private final String bruno = Phones.next();

    @Test
    void messageInAGroup_standsInTheGroupsChatWithWhoWroteIt() {
        // Given
        post(Meta.text(ada, id("alone"), NOW, "Just between us"));

        // When
        post(inGroup(ada, "group", Meta.text(ada, id("group"), NOW, "Hello all")));

        // Then
        assertThat(chatOf("group")).isNotEqualTo(chatOf("alone"));
        var message = messages("group");
        assertThat(message.<Map<String, Object>>get("chat.messages.edges[0].node.content.participant"))
                .isEqualTo(Map.of("waId", ada, "userId", "US.1" + ada, "name", "Name of " + ada));
        assertThat(message.<Object>get("chat.contact.phone")).isNull();
    }

    @Test
    void reactionsInAGroup_areOnePerPerson() {
        // Given
        post(inGroup(ada, "m", Meta.text(ada, id("m"), NOW, "Hello all")));

        // When
        post(reaction(ada, "a", 1, "\u2764"));
        post(reaction(bruno, "b", 2, "\uD83D\uDC4D"));
        var both = messages("m").<String>list("chat.messages.edges[0].node.reactions.emoji");
        post(reaction(bruno, "c", 3, null));

        // Then
        assertThat(both).containsExactly("\u2764", "\uD83D\uDC4D");
        assertThat(messages("m").<String>list("chat.messages.edges[0].node.reactions.emoji"))
                .containsExactly("\u2764");
    }

    private Answer messages(String message) {
        return GraphQl.as("maya").query("""
                query ($id: ID!) { chat(id: $id) { contact { phone }
                  messages { edges { node { content reactions { emoji direction } } } } } }
                """, Map.of("id", chatOf(message)));
    }

    private String chatOf(String message) {
        return Database.column("select chat_id::text from message where provider_message_id = ?", id(message))
                .getFirst();
    }

    private JsonObject reaction(String from, String id, int later, String emoji) {
        var reaction = new JsonObject().put("message_id", id("m")).put("emoji", emoji);
        var message = Meta.text(from, id(id), NOW + later, "");
        message.remove("text");
        return inGroup(from, id, message.put("type", "reaction").put("reaction", reaction));
    }

    private JsonObject inGroup(String from, String id, JsonObject message) {
        return message.put("from_user_id", "US.1" + from).put("group_id", "group-" + ada);
    }

    private String id(String name) {
        return "wamid.group-" + ada + "-" + name;
    }

    private static void post(JsonObject message) {
        var from = message.getString("from");
        var contact =
                new JsonObject().put("wa_id", from).put("profile", new JsonObject().put("name", "Name of " + from));
        Meta.post(Meta.body(Meta.messages(message).put("contacts", new JsonArray().add(contact))))
                .then()
                .statusCode(200);
    }
}
