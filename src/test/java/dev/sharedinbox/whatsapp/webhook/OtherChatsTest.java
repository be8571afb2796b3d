package dev.sharedinbox.whatsapp.webhook;

import static dev.sharedinbox.testing.LiveSession.rule;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a message tells of a customer is shown by all chats of theirs, so lists of the others hear of it, too.
@QuarkusTest
class OtherChatsTest {

    private static final long THEN = Instant.now().getEpochSecond() - 3_600;

    private final String phone = Phones.next();
    private final String userId = "US." + phone + "1";
    private String withSales;

    @BeforeEach
    void writeToBothNumbers() {
        post(message(Meta.SALES_NUMBER, "sales", null, "ada." + phone));
        post(message(Meta.SUPPORT_NUMBER, "support", null, "ada." + phone));
        withSales = chatOf("sales");
    }

    @Test
    void newUserName_movesTheOtherChat() {
        var name = "quill." + phone;
        try (var live = listening(rule("username", "EQ", name))) {
            post(message(Meta.SUPPORT_NUMBER, "renamed", null, name));

            live.expectEventOf("chatList.entered", withSales);
        }
    }

    @Test
    void numberThatBecomesKnown_movesTheOtherChat() {
        try (var live = listening(rule("hasPhone", "EQ", "true"))) {
            post(message(Meta.SUPPORT_NUMBER, "shown", phone, "ada." + phone));

            live.expectEventOf("chatList.entered", withSales);
        }
    }

    @Test
    void numberLearnedFromAnotherContactOfTheSamePerson_movesTheOtherChat() {
        // Given
        var younger = Phones.next();
        post(messageOf(null, younger, Meta.SUPPORT_NUMBER, "younger", ""));
        try (var live = listening(rule("phone", "EQ", younger))) {
            // When
            post(messageOf(userId, younger, Meta.SUPPORT_NUMBER, "both", ""));

            // Then
            live.expectEventOf("chatList.entered", withSales);
        }
    }

    private LiveSession listening(JsonObject filter) {
        return LiveSession.as("maya")
                .hello()
                .subscribeToList("a", new JsonObject().put("all", new JsonArray().add(filter)))
                .expectCaughtUp();
    }

    private JsonObject message(String number, String id, String from, String username) {
        return messageOf(userId, from, number, id, username);
    }

    private JsonObject messageOf(String user, String from, String number, String id, String username) {
        var message = Meta.text("", wamid(id), THEN, "Hi");
        message.remove("from");
        var profile = new JsonObject().put("name", "Ada");
        var contact = new JsonObject().put("profile", username.isEmpty() ? profile : profile.put("username", username));
        if (from != null) {
            message.put("from", from);
            contact.put("wa_id", from);
        }
        if (user != null) {
            message.put("from_user_id", user);
            contact.put("user_id", user);
        }
        return Meta.body(number, Meta.messages(message).put("contacts", new JsonArray().add(contact)));
    }

    private String chatOf(String id) {
        return Database.column("select chat_id::text from message where provider_message_id = ?", wamid(id))
                .getFirst();
    }

    private String wamid(String id) {
        return "wamid.other-" + phone + id;
    }
}
