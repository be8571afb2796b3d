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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AmendmentTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;

    private final String phone = Phones.next();

    @Test
    void editedText_isShownInPlaceOfTheFormerOneWhichIsKept() {
        // Given
        post(text("m", "Hi"));

        // When
        post(edit("e", "m", 60, "Hello"));

        // Then
        var message = message(0);
        assertThat(message)
                .containsEntry("text", "Hello")
                .containsEntry("edited", true)
                .containsEntry("editedAt", Instant.ofEpochSecond(NOW + 60).toString())
                .containsEntry("revokedAt", null);
        assertThat(Database.column("select original ->> 'text' from message where provider_message_id = ?", id("m")))
                .containsExactly("Hi");
        assertThat(changes("m")).containsExactly("message.created", "message.updated");
        assertThat(Database.count("select last_seq from chat where id = ?::uuid", message.get("chatId")))
                .isEqualTo(1);
    }

    @Test
    void revokedMessage_staysWithoutTextAndFiles() {
        // Given
        post(image("m", "A cat"));

        // When
        post(revoke("r", "m", 30));

        // Then
        assertThat(message(0))
                .containsEntry("type", "IMAGE")
                .containsEntry("text", null)
                .containsEntry("attachments", List.of())
                .containsEntry("revokedAt", Instant.ofEpochSecond(NOW + 30).toString());
    }

    @Test
    void amendmentsInAnyOrderAndTwice_endInTheSameMessage() {
        var random = new Random(20261123);
        for (var round = 0; round < 12; round++) {
            // Given
            var part = "-" + round;
            var posts = new ArrayList<>(List.of(
                    text("m" + part, "one"),
                    edit("e" + part, "m" + part, 10, "two"),
                    edit("f" + part, "m" + part, 20, "three"),
                    text("n" + part, "one"),
                    edit("g" + part, "n" + part, 20, "two"),
                    revoke("r" + part, "n" + part, 15)));
            posts.addAll(List.copyOf(posts));
            Collections.shuffle(posts, random);

            // When
            posts.forEach(AmendmentTest::post);

            // Then
            assertThat(stored("m" + part)).containsExactly("three - one");
            assertThat(stored("n" + part)).containsExactly("- revoked one");
            assertThat(amendments(part)).isEqualTo(4);
        }
    }

    @Test
    void editAndMessageInOneBody_areToldAsOneMessage() {
        // When
        post(Meta.body(Meta.messages(editJson("e", "m", 5, "Hello"), Meta.text(phone, id("m"), NOW, "Hi"))));

        // Then
        assertThat(stored("m")).containsExactly("Hello - Hi");
        assertThat(changes("m")).containsExactly("message.created");
    }

    @Test
    void echoedEdit_changesOnlyOurOwnMessages() {
        // Given
        post(text("theirs", "Hi"));
        post(echo(new JsonObject().put("type", "text").put("text", new JsonObject().put("body", "Yes")), "ours"));

        // When
        post(echo(editOf("ours", "No"), "e"));
        post(echo(editOf("theirs", "Hacked"), "f"));

        // Then
        assertThat(stored("ours")).containsExactly("No - Yes");
        assertThat(stored("theirs")).containsExactly("Hi -");
    }

    @Test
    void editWithoutReadableText_isKeptAsAnUnsupportedMessage() {
        // When
        post(Meta.body(Meta.messages(Meta.text(phone, id("odd"), NOW, "x").put("type", "edit"))));

        // Then
        assertThat(message(0)).containsEntry("type", "UNSUPPORTED");
    }

    private Map<String, Object> message(int index) {
        return chat().get("chat.messages.edges[" + index + "].node");
    }

    private Answer chat() {
        var chat = Database.column("""
                select chat.id::text from chat join contact on contact.id = chat.contact_id where contact.phone = ?
                """, "+" + phone).getFirst();
        return GraphQl.as("maya").query("""
                query ($chat: ID!) { chat(id: $chat) { messages { edges { node {
                  chatId type text edited editedAt revokedAt attachments { id } } } } } }
                """, Map.of("chat", chat));
    }

    private List<String> stored(String id) {
        return Database.column("""
                select concat_ws(' ', text, '-', case when revoked_at is not null then 'revoked' end, original ->> 'text')
                from message where provider_message_id = ?
                """, id(id));
    }

    private long amendments(String part) {
        return Database.count("select count(*) from amendment where provider_message_id like ?", id("") + "%" + part);
    }

    private List<String> changes(String id) {
        return Database.column("""
                select change.type from change join message on message.id = change.message_id
                where message.provider_message_id = ? order by change.position
                """, id(id));
    }

    private String id(String name) {
        return "wamid.amend-" + phone + "-" + name;
    }

    private JsonObject text(String id, String text) {
        return Meta.body(Meta.messages(Meta.text(phone, id(id), NOW, text)));
    }

    private JsonObject image(String id, String caption) {
        var image = new JsonObject()
                .put("id", "9001")
                .put("mime_type", "image/jpeg")
                .put("caption", caption);
        return Meta.body(Meta.messages(
                Meta.text(phone, id(id), NOW, "").put("type", "image").put("image", image)));
    }

    private JsonObject edit(String id, String target, int later, String text) {
        return Meta.body(Meta.messages(editJson(id, target, later, text)));
    }

    private JsonObject editJson(String id, String target, int later, String text) {
        return Meta.text(phone, id(id), NOW + later, "").mergeIn(editOf(target, text));
    }

    private JsonObject editOf(String target, String text) {
        return Meta.editOf(id(target), text);
    }

    private JsonObject revoke(String id, String target, int later) {
        return Meta.body(Meta.messages(Meta.text(phone, id(id), NOW + later, "").mergeIn(Meta.revokeOf(id(target)))));
    }

    private JsonObject echo(JsonObject content, String id) {
        var echo = new JsonObject()
                .put("to", phone)
                .put("id", id(id))
                .put("timestamp", Long.toString(NOW))
                .mergeIn(content);
        return Meta.body(
                "smb_message_echoes",
                Meta.SALES_NUMBER,
                new JsonObject().put("message_echoes", new JsonArray().add(echo)));
    }

    private static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }
}
