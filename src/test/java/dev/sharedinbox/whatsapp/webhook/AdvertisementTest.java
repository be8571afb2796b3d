package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.SentMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Customers who come through an advertisement: what brought them, and how long everything is free for them.
@QuarkusTest
class AdvertisementTest {

    private static final long NOW = Instant.now().getEpochSecond() - 3600;

    private final String phone = Phones.next();

    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @Test
    void messageThroughAnAdvertisement_showsItOnTheChat() {
        // When
        post(written("a", 0, ad("120200000000000001")));

        // Then
        var chat = chat();
        assertThat(chat.text("chat.referral.sourceType")).isEqualTo("AD");
        assertThat(chat.text("chat.referral.sourceId")).isEqualTo("120200000000000001");
        assertThat(chat.text("chat.referral.headline")).isEqualTo("Chat with us");
        assertThat(chat.text("chat.referral.adClickId")).isEqualTo("ARexampleClickId0001");
        assertThat(chat.text("chat.referral.raw.image_url")).isEqualTo("https://scontent.example/ad01.jpg");
        assertThat(chat.text("chat.referral.referredAt"))
                .isEqualTo(Instant.ofEpochSecond(NOW).toString());
    }

    @Test
    void messageWithoutReferral_leavesTheChatWithoutOne() {
        post(written("a", 0, null));

        assertThat(chat().<Object>get("chat.referral")).isNull();
    }

    @Test
    void earliestMessageWins_evenWhenItComesLast() {
        // Given
        post(written("second", 20, ad("2")));
        post(written("third", 30, ad("3")));
        assertThat(chat().text("chat.referral.sourceId")).isEqualTo("2");

        // When
        post(written("first", 10, ad("1")));
        post(written("second", 20, ad("2")));
        post(written("zeroth", 5, null));

        // Then
        assertThat(chat().text("chat.referral.sourceId")).isEqualTo("1");
    }

    @Test
    void webhooksAtOnceInAnyOrder_endWithTheEarliest() {
        // Given
        var bodies = new ArrayList<JsonObject>();
        for (int number = 0; number < 12; number++) {
            bodies.add(written("m" + number, number, ad(Integer.toString(number))));
        }
        bodies.addAll(List.copyOf(bodies));
        Collections.shuffle(bodies, new Random(7));

        // When
        bodies.stream()
                .map(body -> CompletableFuture.supplyAsync(() -> Meta.post(body).statusCode()))
                .toList()
                .forEach(answer -> assertThat(answer.join()).isEqualTo(200));

        // Then
        assertThat(chat().text("chat.referral.sourceId")).isEqualTo("0");
    }

    @Test
    void statusOfAFreeEntry_showsUntilWhenAllIsFree_andTellsEverybody() {
        // Given
        var chat = CustomerChat.begun();
        var cursor = maya.query("{ viewer { cursor } }").text("viewer.cursor");
        var end = Instant.ofEpochSecond(NOW).plus(Duration.ofHours(72));

        // When
        post(status(sentTo(chat), "sent", end.getEpochSecond()));

        // Then
        assertThat(freeUntil(chat.id())).isEqualTo(end.toString());
        assertThat(maya.query("""
                        query ($after: String!) { changes(after: $after, first: 300) {
                          changes { type chatId chat { session { freeEntryPointExpiresAt } } } } }
                        """, Map.of("after", cursor)).<List<Map<String, Object>>>get("changes.changes"))
                .anySatisfy(
                        change -> assertThat(change.toString()).contains("chat.updated", chat.id(), end.toString()));
    }

    @Test
    void laterEndWins_whateverOrderTheStatusesComeIn() {
        // Given
        var chat = CustomerChat.begun();
        var first = sentTo(chat);
        var second = sentTo(chat);
        var end = Instant.ofEpochSecond(NOW).plus(Duration.ofHours(70));

        // When
        post(status(second, "sent", Long.toString(end.getEpochSecond())));
        post(status(first, "sent", end.minusSeconds(600).getEpochSecond()));
        post(status(second, "delivered", null));

        // Then
        assertThat(freeUntil(chat.id())).isEqualTo(end.toString());
    }

    @Test
    void statusThatComesBeforeItsMessage_isRemembered() {
        // Given
        var end = Instant.ofEpochSecond(NOW).plus(Duration.ofHours(72));
        post(status("wamid.ad-early-" + phone, "sent", end.getEpochSecond()));

        // When
        var echo = Meta.text("16505550100", "wamid.ad-early-" + phone, NOW, "Welcome")
                .put("to", phone);
        var echoes = new JsonObject().put("message_echoes", new JsonArray().add(echo));
        Meta.post(Meta.body("smb_message_echoes", Meta.SALES_NUMBER, echoes))
                .then()
                .statusCode(200);

        // Then
        assertThat(freeUntil(chatId())).isEqualTo(end.toString());
    }

    @Test
    void contactThatProvesToBeAnElderOne_takesTheFreeEntryAlong() {
        // Given
        var end = Instant.ofEpochSecond(NOW).plus(Duration.ofHours(72));
        var userId = "US.7" + phone;
        post(Meta.body(Meta.messages(fromUser(userId, "elder"))));
        answeredInTheApp("wamid.ad-merged-" + phone);
        post(status("wamid.ad-merged-" + phone, "sent", end.getEpochSecond()));

        // When
        post(Meta.body(Meta.messages(fromUser(userId, "both").put("from", phone))));

        // Then
        assertThat(Database.count("""
                        select count(*) from contact_identity one join contact_identity other using (contact_id)
                        where one.value = ? and other.value = ?
                        """, phone, userId)).isEqualTo(1);
        assertThat(freeUntil(chatId())).isEqualTo(end.toString());
    }

    @Test
    void endThatCannotBe_isNotBelieved() {
        var chat = CustomerChat.begun();

        post(status(sentTo(chat), "sent", NOW * 10));

        assertThat(freeUntil(chat.id())).isNull();
    }

    private Answer chat() {
        return chat(chatId());
    }

    private Answer chat(String id) {
        return maya.query("""
                query ($id: ID!) { chat(id: $id) {
                  session { freeEntryPointExpiresAt }
                  referral { sourceType sourceId sourceUrl headline body adClickId referredAt raw } } }
                """, Map.of("id", id));
    }

    private String freeUntil(String chat) {
        return chat(chat).text("chat.session.freeEntryPointExpiresAt");
    }

    private String chatId() {
        return Database.column("""
                select chat.id::text from chat join contact_identity i using (workspace_id, contact_id)
                where i.value = ? and chat.status <> 'CLOSED'
                """, phone).getFirst();
    }

    /// WhatsApp's id of a message that went out.
    private static String sentTo(CustomerChat chat) {
        var message = new SentMessage(Agent.called("maya").sends(chat, "Welcome"));
        Awaitility.await().until(() -> message.delivery().isEmpty());
        return Database.column("select provider_message_id from message where id = ?::uuid", message.id())
                .getFirst();
    }

    private void answeredInTheApp(String id) {
        var echo = Meta.text("16505550100", id, NOW, "Welcome").put("to", phone);
        var echoes = new JsonObject().put("message_echoes", new JsonArray().add(echo));
        post(Meta.body("smb_message_echoes", Meta.SALES_NUMBER, echoes));
    }

    private JsonObject fromUser(String userId, String id) {
        var message =
                Meta.text(phone, "wamid.ad-" + phone + "-" + id, NOW, "Hello").put("from_user_id", userId);
        message.remove("from");
        return message;
    }

    private JsonObject written(String id, int later, JsonObject referral) {
        var message = Meta.text(phone, "wamid.ad-" + phone + "-" + id, NOW + later, "Hello");
        return Meta.body(Meta.messages(referral == null ? message : message.put("referral", referral)));
    }

    private static JsonObject ad(String id) {
        return new JsonObject()
                .put("source_url", "https://fb.me/exampleAd01")
                .put("source_id", id)
                .put("source_type", "ad")
                .put("body", "Fresh sourdough every morning")
                .put("headline", "Chat with us")
                .put("media_type", "image")
                .put("image_url", "https://scontent.example/ad01.jpg")
                .put("ctwa_clid", "ARexampleClickId0001");
    }

    private static JsonObject status(String message, String word, Object end) {
        var conversation = new JsonObject().put("origin", new JsonObject().put("type", "referral_conversion"));
        if (end != null) {
            conversation.put("expiration_timestamp", end);
        }
        return Meta.body(Meta.statuses(new JsonObject()
                .put("id", message)
                .put("status", word)
                .put("timestamp", Long.toString(NOW))
                .put("recipient_id", "16505559999")
                .put("conversation", conversation)
                .put("pricing", new JsonObject().put("type", "free_entry_point"))));
    }

    private static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }
}
