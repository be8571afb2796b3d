package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.whatsapp.ErrorAdvice;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A thread of the history that a number brings along when it is connected. The thread names the customer; a message
/// from our own number is ours, even where it does not say to whom it went.
final class HistoryThread {

    /// What the history says of an outgoing message, in the words of a status. A pending one is not on its way any
    /// more.
    private static final Map<String, String> STATUSES =
            Map.of("SENT", "SENT", "DELIVERED", "DELIVERED", "READ", "READ", "PLAYED", "PLAYED", "ERROR", "FAILED");

    private final JsonNode thread;
    private final String ours;
    private final MessageReader messages;

    HistoryThread(JsonNode thread, String ours, MessageReader messages) {
        this.thread = thread;
        this.ours = digits(ours);
        this.messages = messages;
    }

    Incoming read(JsonNode message, UUID number, Instant now) {
        var named = named(message);
        var customers = Customers.of(contacts());
        return isOurs(message)
                ? messages.echo(named, named, customers, number, Origin.HISTORY_BUSINESS, now)
                : messages.incoming(named, customers, number, Origin.HISTORY_CUSTOMER, now);
    }

    /// Whether it says how far a message of ours has come.
    boolean tellsStatus(JsonNode message) {
        return isOurs(message) && STATUSES.containsKey(word(message));
    }

    /// Return how far a message of ours had come; the history does not say when.
    Incoming.Status status(JsonNode message, UUID number, Instant now) {
        var status = STATUSES.getOrDefault(word(message), "SENT");
        return new Incoming.Status(
                number,
                MessageReader.id(message),
                status,
                Times.of(message, now),
                "",
                null,
                "FAILED".equals(status)
                        ? ErrorAdvice.failureWithoutCode("The WhatsApp Business app could not send it", null)
                                .json()
                        : null,
                null,
                Json.object(message.path("history_context")));
    }

    private static String word(JsonNode message) {
        return Json.text(message, "history_context", "status").orElse("").toUpperCase(Locale.ROOT);
    }

    private boolean isOurs(JsonNode message) {
        return Json.text(message, "from")
                .map(HistoryThread::digits)
                .filter(ours::equals)
                .isPresent();
    }

    /// The message, with the customer's ids from the thread on the side where it may lack them.
    private JsonNode named(JsonNode message) {
        ObjectNode named = message.deepCopy();
        var side = isOurs(message) ? "to" : "from";
        if (!named.has(side) && !named.has(side + "_user_id")) {
            customer("wa_id").ifPresent(id -> named.put(side, id));
            customer("user_id").ifPresent(id -> named.put(side + "_user_id", id));
        }
        return named;
    }

    private Optional<String> customer(String id) {
        var known = Json.text(thread, "context", id);
        return "wa_id".equals(id) ? known.or(() -> Json.text(thread, "id")) : known;
    }

    private JsonNode contacts() {
        var contact = JsonNodeFactory.instance.objectNode();
        customer("wa_id").ifPresent(id -> contact.put("wa_id", id));
        customer("user_id").ifPresent(id -> contact.put("user_id", id));
        Json.text(thread, "context", "username")
                .ifPresent(name -> contact.putObject("profile").put("username", name));
        var value = JsonNodeFactory.instance.objectNode();
        value.putArray("contacts").add(contact);
        return value;
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
