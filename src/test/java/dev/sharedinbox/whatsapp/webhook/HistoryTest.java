package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {

    private static final long THEN = Instant.now().getEpochSecond() - 864_000;
    private static final String OURS = "16505550100";

    private final String phone = Phones.next();

    @Test
    void statusOfAnOldMessage_becomesItsStatusInSilence() {
        // When
        post(thread(ours("a", "READ"), ours("b", "ERROR"), ours("c", "PENDING"), theirs("d")));

        // Then
        assertThat(Database.column("""
                        select coalesce(status, 'none') from message where provider_message_id like ?
                        order by provider_message_id
                        """, id("") + "%")).containsExactly("READ", "FAILED", "SENT", "none");
        assertThat(Database.column("select failure ->> 'title' from message where provider_message_id = ?", id("b")))
                .containsExactly("The WhatsApp Business app could not send it");
        assertThat(changes()).containsExactly("chat.created");
        assertThat(chats()).containsExactly("CLOSED 0 0");
    }

    @Test
    void fileOfAPlaceholder_completesTheStoredMessage() {
        // Given
        post(thread(theirs("p").put("type", "media_placeholder")));

        // When
        post(followUp(image("p")));
        post(followUp(image("p")));

        // Then
        assertThat(messages("p")).containsExactly("IMAGE INCOMING old photo 1");
        assertThat(changes()).containsExactly("chat.created", "chat.updated");
        assertThat(chats()).containsExactly("CLOSED 0 0");
    }

    @Test
    void fileBeforeItsPlaceholder_isKeptOnce() {
        // Given
        post(followUp(image("p")));

        // When
        post(thread(theirs("p").put("type", "media_placeholder")));

        // Then
        assertThat(messages("p")).containsExactly("IMAGE INCOMING old photo 1");
    }

    @Test
    void statusBeforeTheEchoItIsAbout_isAppliedWhenTheEchoComes() {
        // Given
        var status =
                new JsonObject().put("id", id("e")).put("status", "delivered").put("timestamp", Long.toString(THEN));
        post(Meta.body(Meta.statuses(status)));

        // When
        post(Meta.body(
                "smb_message_echoes",
                Meta.SALES_NUMBER,
                new JsonObject()
                        .put("message_echoes", new JsonArray().add(ours("e", "").put("to", phone)))));

        // Then
        assertThat(Database.column("select status from message where provider_message_id = ?", id("e")))
                .containsExactly("DELIVERED");
    }

    private List<String> messages(String id) {
        return Database.column("""
                select concat_ws(' ', type, direction, text,
                    (select count(*) from attachment where attachment.message_id = message.id))
                from message where provider_message_id = ?
                """, id(id));
    }

    private List<String> changes() {
        return Database.column("""
                select change.type from change join chat on chat.id = change.chat_id
                join contact on contact.id = chat.contact_id where contact.phone = ? order by change.position
                """, "+" + phone);
    }

    private List<String> chats() {
        return Database.column("""
                select concat_ws(' ', chat.status, chat.unread_count,
                    (select count(*) from session_window where session_window.contact_id = contact.id))
                from chat join contact on contact.id = chat.contact_id where contact.phone = ?
                """, "+" + phone);
    }

    private String id(String name) {
        return "wamid.history-" + phone + "-" + name;
    }

    private JsonObject theirs(String id) {
        return Meta.text(phone, id(id), THEN, "old").put("history_context", new JsonObject().put("status", "READ"));
    }

    private JsonObject ours(String id, String status) {
        return Meta.text(OURS, id(id), THEN, "old").put("history_context", new JsonObject().put("status", status));
    }

    private JsonObject image(String id) {
        var image = new JsonObject()
                .put("id", "9002")
                .put("mime_type", "image/jpeg")
                .put("caption", "old photo");
        return Meta.text(phone, id(id), THEN, "").put("type", "image").put("image", image);
    }

    private JsonObject thread(JsonObject... messages) {
        var thread = new JsonObject().put("id", phone).put("messages", new JsonArray(List.of(messages)));
        var chunk = new JsonObject().put("threads", new JsonArray().add(thread));
        return Meta.body(
                "history",
                Meta.SALES_NUMBER,
                new JsonObject()
                        .put(
                                "metadata",
                                new JsonObject()
                                        .put("phone_number_id", Meta.SALES_NUMBER)
                                        .put("display_phone_number", OURS))
                        .put("history", new JsonArray().add(chunk)));
    }

    private static JsonObject followUp(JsonObject message) {
        return Meta.body("history", Meta.SALES_NUMBER, Meta.messages(message));
    }

    private static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }
}
