package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.CallEvent;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the events of calls, and the statuses that speak of a call. What the two sides negotiate to hear each other is
/// not kept.
final class CallReader {

    private CallReader() {}

    /// An element of `calls`.
    ///
    /// @throws MalformedException when it has no id, event, time or customer
    static Incoming.Call event(JsonNode call, Customers customers, UUID number, Instant now) {
        var direction = "BUSINESS_INITIATED".equals(Json.text(call, "direction").orElse(""))
                ? Direction.OUTGOING
                : Direction.INCOMING;
        var customer = direction == Direction.INCOMING
                ? customers.named(call, "from", "from_user_id")
                : customers.named(call, "to", "to_user_id");
        var event = new CallEvent(word(call, "event"), Times.of(call, now), talkingSince(call, now), seconds(call));
        return new Incoming.Call(number, customer, MessageReader.id(call), direction, event);
    }

    /// An element of `statuses` whose type is `call`: it speaks of a call of ours.
    ///
    /// @throws MalformedException when it has no id, word, time or customer
    static Incoming.Call status(JsonNode status, Customers customers, UUID number, Instant now) {
        var customer = customers.named(status, "recipient_id", "recipient_user_id");
        var event = new CallEvent(word(status, "status"), Times.of(status, now), null, null);
        return new Incoming.Call(number, customer, MessageReader.id(status), Direction.OUTGOING, event);
    }

    private static String word(JsonNode call, String field) {
        return Json.text(call, field)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new MalformedException(field + " is missing"));
    }

    private static @Nullable Instant talkingSince(JsonNode call, Instant now) {
        return Json.text(call, "start_time").isPresent() ? Times.of(call, "start_time", now) : null;
    }

    private static @Nullable Integer seconds(JsonNode call) {
        return call.path("duration").canConvertToInt() ? call.path("duration").asInt() : null;
    }
}
