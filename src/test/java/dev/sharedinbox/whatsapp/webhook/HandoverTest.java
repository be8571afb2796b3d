package dev.sharedinbox.whatsapp.webhook;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Somebody else on the same number answers for a while, such as Meta's own agent.
@QuarkusTest
class HandoverTest {

    private static final String CHAT = """
            query ($phone: String) { contacts(search: $phone, first: 1) { edges { node { chats(first: 1) { edges { node {
                status unread unreadCount waitingSince session { state }
                messages(first: 10) { edges { node { type direction text content sender { kind } statusHistory { status } } } }
            } } } } } } }
            """;
    private static final String NODE = "contacts.edges[0].node.chats.edges[0].node.";

    private final String phone = Phones.next();
    private final long now = Instant.now().getEpochSecond() - 60;

    @Test
    void passedControl_standsInTheChatOnceWithWhatWasSaidBefore() {
        // Given
        var passed = handover(
                "control_passed",
                new JsonObject()
                        .put("previous_owner_role", "ai_agent")
                        .put("new_owner_role", "escalation")
                        .put("metadata", "customer asked for a person")
                        .put(
                                "conversation_context",
                                new JsonObject().put("summary", new JsonObject().put("text", "Waits for a refund."))));

        // When
        post(passed);
        post(passed);

        // Then
        var chat = chat();
        assertThat(chat.<String>list(NODE + "messages.edges.node.type")).containsExactly("SYSTEM");
        assertThat(chat.text(NODE + "messages.edges[0].node.text"))
                .isEqualTo("The role escalation was given this chat by the role ai agent.");
        assertThat(chat.<Map<String, Object>>get(NODE + "messages.edges[0].node.content"))
                .containsEntry("kind", "controlPassed")
                .containsEntry("note", "customer asked for a person")
                .containsEntry("summary", "Waits for a refund.");
        assertThat(chat.<Boolean>get(NODE + "unread")).isFalse();
    }

    @Test
    void takenControl_standsInTheChat() {
        // When
        post(handover("control_taken", new JsonObject().put("new_owner_role", "escalation")));

        // Then
        assertThat(chat().text(NODE + "messages.edges[0].node.content.kind")).isEqualTo("controlTaken");
    }

    @Test
    void messageThatComesWithASummary_hasIt() {
        // Given
        var context = new JsonObject()
                .put("type", "summary")
                .put("summary", new JsonObject().put("text", "Asked twice about an invoice."));
        var message = Meta.text(phone, "wamid.summary-" + phone, now, "I want a person");

        // When
        post(Meta.body(Meta.messages(message).put("conversation_context", context)));

        // Then
        assertThat(chat().text(NODE + "messages.edges[0].node.content.conversationContext.summary.text"))
                .isEqualTo("Asked twice about an invoice.");
    }

    @Test
    void whatIsSaidWhileSomebodyElseAnswers_isShownAndOpensTheWindowOnly() {
        // Given
        var id = "wamid.standby-" + phone;
        var echo = new JsonObject()
                .put("id", id + "-echo")
                .put("timestamp", Long.toString(now + 1))
                .put(
                        "message",
                        new JsonObject()
                                .put("to", phone)
                                .put("type", "text")
                                .put("text", new JsonObject().put("body", "We open at seven.")));
        var status = new JsonObject()
                .put("id", id + "-echo")
                .put("status", "delivered")
                .put("timestamp", Long.toString(now + 2))
                .put("recipient_id", phone);

        // When
        for (var times = 0; times < 2; times++) {
            post(standby("statuses", status));
            post(standby("message_echoes", echo));
            post(standby("messages", Meta.text(phone, id, now, "When do you open?")));
        }

        // Then
        var chat = chat();
        assertThat(chat.<String>list(NODE + "messages.edges.node.text"))
                .containsExactlyInAnyOrder("When do you open?", "We open at seven.");
        assertThat(chat.<String>list(NODE + "messages.edges.node.statusHistory.status.flatten()"))
                .contains("DELIVERED");
        assertThat(chat.number(NODE + "unreadCount")).isZero();
        assertThat(chat.<Object>get(NODE + "waitingSince")).isNull();
        assertThat(chat.<String>list(NODE + "messages.edges.node.sender.kind"))
                .containsExactlyInAnyOrder("CUSTOMER", "CHATBOT");
        assertThat(chat.text(NODE + "session.state")).isEqualTo("OPEN");
    }

    private Answer chat() {
        return GraphQl.as("maya").query(CHAT, Map.of("phone", phone));
    }

    private JsonObject handover(String type, JsonObject content) {
        var body = body(
                "messaging_handovers",
                Instant.now(),
                new JsonObject()
                        .put("sender", new JsonObject().put("phone_number", phone))
                        .put("recipient", new JsonObject().put("phone_number_id", Meta.SALES_NUMBER))
                        .put("type", type)
                        .put("timestamp", Long.toString(now))
                        .put(type, content));
        body.getJsonArray("entry").getJsonObject(0).remove("time");
        return body;
    }

    private JsonObject standby(String list, JsonObject element) {
        return Meta.body(
                "standby",
                Meta.SALES_NUMBER,
                new JsonObject().put("standby", new JsonObject().put(list, new JsonArray().add(element))));
    }
}
