package dev.sharedinbox.whatsapp.webhook;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What WhatsApp tells about customers outside their chats: what they chose, and what the business calls them.
@QuarkusTest
class ToldAboutCustomersTest {

    private static final long THEN = Instant.now().getEpochSecond() - 3_600;
    private static final String CONTACT = """
            query ($phone: String) { contacts(search: $phone) { edges { node {
                id name profileName marketingOptOutSince chats { edges { node { id } } } } } } }
            """;
    private static final String RENAME = """
            mutation ($input: UpdateContactInput!) { updateContact(input: $input) { contact { name } errors { code } } }
            """;

    private final String phone = Phones.next();
    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @Test
    void customerWhoWantsNoMarketing_isShownAsSuchUntilTheyResume() {
        // When
        post(preference("stop", 10));
        var stopped = contact();
        post(preference("resume", 20));

        // Then
        assertThat(stopped.text("contacts.edges[0].node.marketingOptOutSince"))
                .isEqualTo(Instant.ofEpochSecond(THEN + 10).toString());
        assertThat(contact().<Object>get("contacts.edges[0].node.marketingOptOutSince"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 20 30", "30 20 10", "20 30 10", "30 10 20 10"})
    void newestChoice_countsInWhateverOrderChoicesArrive(String order) {
        // When
        for (var second : order.split(" ")) {
            post(preference("20".equals(second) ? "signup" : "stop", Integer.parseInt(second)));
        }

        // Then
        assertThat(contact().text("contacts.edges[0].node.marketingOptOutSince"))
                .isEqualTo(Instant.ofEpochSecond(THEN + 30).toString());
    }

    @Test
    void choice_isToldToWhoeverWatchesTheirOpenChat() {
        // Given
        writes();
        try (var live = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            // When
            post(preference("stop", 10));
            post(preference("stop", 10));
            writes();

            // Then
            var told = live.expectEvent("chat.updated").getJsonObject("chat").getJsonObject("contact");
            assertThat(Instant.parse(told.getString("marketingOptOutSince")))
                    .isEqualTo(Instant.ofEpochSecond(THEN + 10));
            live.expectEvent("message.created");
        }
    }

    @Test
    void choiceInAWordWeDoNotKnow_staysInTheLedger() {
        // When
        post(preference("perhaps", 10));

        // Then
        assertThat(contact().<Object>list("contacts.edges")).isEmpty();
        assertThat(Database.column("select reason from webhook_item where field = 'user_preferences'"))
                .contains("nothing reads this word yet");
    }

    @Test
    void contactsThatProveToBeOne_keepTheNewestChoiceAndName() {
        // Given
        var userId = "US." + phone + "7";
        post(preference("stop", 20));
        post(entry("add", "Ada (shop)", 5));
        writes();
        post(message("user", null, userId));
        post(Meta.body(
                "user_preferences", Meta.SALES_NUMBER, preferences("resume", 10).put("contacts", new JsonArray())));
        var both = message("both", phone, userId);

        // When
        post(both);

        // Then
        assertThat(contact().<Object>list("contacts.edges")).hasSize(1);
        assertThat(contact().text("contacts.edges[0].node.name")).isEqualTo("Ada (shop)");
        assertThat(contact().text("contacts.edges[0].node.marketingOptOutSince"))
                .isEqualTo(Instant.ofEpochSecond(THEN + 20).toString());
    }

    @Test
    void youngerContact_bringsItsChoiceAndNameAlong() {
        // Given
        var userId = "US." + phone + "8";
        post(message("user", null, userId));
        post(preference("stop", 20));
        post(entry("add", "Ada (shop)", 5));

        // When
        post(message("both", phone, userId));

        // Then
        assertThat(contact().<Object>list("contacts.edges")).hasSize(1);
        assertThat(contact().text("contacts.edges[0].node.name")).isEqualTo("Ada (shop)");
        assertThat(contact().<Object>get("contacts.edges[0].node.marketingOptOutSince"))
                .isNotNull();
    }

    @Test
    void entryOfTheAddressBook_makesAContactWithoutAChat() {
        // When
        post(entry("add", "Ada (shop)", 10));
        post(entry("add", "Ada (shop)", 10));

        // Then
        assertThat(contact().<String>list("contacts.edges.node.name")).containsExactly("Ada (shop)");
        assertThat(contact().<Object>list("contacts.edges[0].node.chats.edges")).isEmpty();
    }

    @Test
    void nameInTheAddressBook_winsOverTheProfileButNeverOverTheAgentsOwn() {
        // Given
        writes();
        post(entry("add", "Ada (shop)", 10));
        var fromBook = contact();
        var id = fromBook.text("contacts.edges[0].node.id");

        // When
        maya.query(RENAME, Map.of("input", Map.of("contactId", id, "name", "Mrs Quill")));
        post(entry("add", "Ada (new shop)", 20));

        // Then
        assertThat(fromBook.text("contacts.edges[0].node.name")).isEqualTo("Ada (shop)");
        assertThat(fromBook.text("contacts.edges[0].node.profileName")).isEqualTo("Ada");
        assertThat(contact().text("contacts.edges[0].node.name")).isEqualTo("Mrs Quill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add10 remove20", "remove20 add10", "remove20 add10 remove20"})
    void nameTakenOutOfTheAddressBook_givesWayToTheProfile(String order) {
        // Given
        writes();

        // When
        for (var step : order.split(" ")) {
            post("add10".equals(step) ? entry("add", "Ada (shop)", 10) : entry("remove", null, 20));
        }

        // Then
        assertThat(contact().text("contacts.edges[0].node.name")).isEqualTo("Ada");
    }

    @Test
    void strangerTakenOutOfTheAddressBook_doesNotBecomeAContact() {
        // When
        post(entry("remove", null, 10));

        // Then
        assertThat(contact().<Object>list("contacts.edges")).isEmpty();
    }

    @Test
    void veryLongName_isCut() {
        // When
        post(entry("add", "A".repeat(300), 10));

        // Then
        assertThat(contact().text("contacts.edges[0].node.name")).hasSize(200);
    }

    private Answer contact() {
        return maya.query(CONTACT, Map.of("phone", phone));
    }

    private void writes() {
        post(message(Long.toString(System.nanoTime()), phone, null));
    }

    private JsonObject message(String id, String from, String userId) {
        var message = Meta.text("", "wamid.told-" + phone + id, THEN, "Hi");
        message.remove("from");
        var contact = new JsonObject().put("profile", new JsonObject().put("name", "Ada"));
        if (from != null) {
            message.put("from", from);
            contact.put("wa_id", from);
        }
        if (userId != null) {
            message.put("from_user_id", userId);
            contact.put("user_id", userId);
        }
        return Meta.body(Meta.messages(message).put("contacts", new JsonArray().add(contact)));
    }

    private JsonObject preference(String word, int second) {
        return Meta.body("user_preferences", Meta.SALES_NUMBER, preferences(word, second));
    }

    private JsonObject preferences(String word, int second) {
        var preference = new JsonObject()
                .put("wa_id", phone)
                .put("category", "marketing_messages")
                .put("value", word)
                .put("timestamp", THEN + second);
        return new JsonObject().put("user_preferences", new JsonArray().add(preference));
    }

    private JsonObject entry(String action, String name, int second) {
        var state = new JsonObject()
                .put("type", "contact")
                .put("contact", new JsonObject().put("full_name", name).put("phone_number", phone))
                .put("action", action)
                .put("metadata", new JsonObject().put("timestamp", Long.toString(THEN + second)));
        return Meta.body(
                "smb_app_state_sync",
                Meta.SALES_NUMBER,
                new JsonObject().put("state_sync", new JsonArray(List.of(state))));
    }
}
