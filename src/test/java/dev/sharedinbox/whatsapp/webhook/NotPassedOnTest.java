package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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

/// What WhatsApp could not pass on is shown with what the agent can do about it.
@QuarkusTest
class NotPassedOnTest {

    private final JsonObject message = Meta.text(
            Phones.next(), "wamid.not-passed-on-" + Phones.next(), Instant.now().getEpochSecond(), "");

    @Test
    void unsupportedContent_saysWhatItIsAndWhatToDo() {
        // When
        var content = content(message.put("type", "unsupported")
                .put("unsupported", new JsonObject().put("type", "poll_creation"))
                .put("errors", errors(131051, "Message type unknown", "Message type is currently not supported.")));

        // Then
        assertThat(content).containsEntry("kind", "poll_creation").containsKey("raw");
        assertThat(content.get("failure"))
                .isEqualTo(Map.of(
                        "code", "131051",
                        "title", "Message type unknown",
                        "detail", "Message type is currently not supported.",
                        "advice",
                                "WhatsApp does not pass this kind of message on. Ask the customer to say it in"
                                        + " another way."));
    }

    @Test
    void contentThatIsNotThere_isToBeAskedForAgain() {
        // When
        var content = content(message.put("type", "unsupported")
                .put("errors", errors(131060, "This message is currently unavailable", null)));

        // Then
        assertThat(content.get("failure").toString()).contains("131060", "Ask the customer to send it again");
    }

    @Test
    void messageOfATypeNobodyKnows_saysItsType() {
        // When
        var content = content(message.put("type", "hologram").put("hologram", new JsonObject().put("depth", 3)));

        // Then
        assertThat(content).containsEntry("kind", "hologram").doesNotContainKey("failure");
        assertThat(content.get("raw").toString()).contains("depth=3");
    }

    private static Map<String, Object> content(JsonObject message) {
        Meta.post(Meta.body(Meta.messages(message))).then().statusCode(200);
        var chat = Database.column(
                        "select chat_id::text from message where provider_message_id = ?", message.getString("id"))
                .getFirst();
        return GraphQl.as("maya")
                .query(
                        "query ($id: ID!) { chat(id: $id) { messages { edges { node { content } } } } }",
                        Map.of("id", chat))
                .get("chat.messages.edges[0].node.content");
    }

    private static JsonArray errors(int code, String title, String details) {
        var error = new JsonObject().put("code", code).put("title", title);
        return new JsonArray()
                .add(details == null ? error : error.put("error_data", new JsonObject().put("details", details)));
    }
}
