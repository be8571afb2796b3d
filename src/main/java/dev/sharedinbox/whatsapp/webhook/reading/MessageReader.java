package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.contact.Identity;
import dev.sharedinbox.contact.NumberChange;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one element of `messages` or `message_echoes`.
@Singleton
final class MessageReader {

    private static final int MAX_ID = 255;
    private static final Set<String> NUMBER_CHANGES =
            Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

    private final ContentReader contents;
    private final AmendmentReader amendments;

    MessageReader(ContentReader contents, AmendmentReader amendments) {
        this.contents = contents;
        this.amendments = amendments;
    }

    /// A message that a customer wrote, or a notice about one.
    ///
    /// @throws MalformedException when it has no id, time or sender
    Incoming incoming(JsonNode message, Customers customers, UUID number, Origin origin, Instant now) {
        return switch (Json.text(message, "type").orElse("")) {
            case "system" -> notice(message, customers, number, now);
            case "request_welcome" -> message(message, message, sender(message, customers), number, Origin.NOTICE, now);
            default -> said(message, customers, number, origin, now);
        };
    }

    private Incoming said(JsonNode message, Customers customers, UUID number, Origin origin, Instant now) {
        var sender = sender(message, customers);
        var read = "reaction".equals(Json.text(message, "type").orElse(""))
                ? reaction(message, message, sender, number, now)
                : written(message, message, sender, number, origin, now);
        return Participant.of(message, customers).map(one -> one.in(read)).orElse(read);
    }

    /// A message that our side wrote in the WhatsApp Business app or through somebody else's program.
    ///
    /// @param body the object that holds the content: the echo itself, or the `message` inside a standby echo
    Incoming echo(JsonNode echo, JsonNode body, Customers customers, UUID number, Origin origin, Instant now) {
        var customer = customers.named(echo.has("to") || echo.has("to_user_id") ? echo : body, "to", "to_user_id");
        return "reaction".equals(Json.text(body, "type").orElse(""))
                ? reaction(echo, body, null, number, now)
                : written(echo, body, customer, number, origin, now);
    }

    /// A message, or the change of an earlier one.
    private Incoming written(
            JsonNode envelope, JsonNode body, Customer customer, UUID number, Origin origin, Instant now) {
        return amendments
                .read(body)
                .<Incoming>map(amendment -> new Incoming.Amendment(
                        number,
                        customer,
                        id(envelope),
                        amendment.target(),
                        origin.direction(),
                        amendment.kind(),
                        amendment.text(),
                        Times.of(envelope, now)))
                .orElseGet(() -> message(envelope, body, customer, number, origin, now));
    }

    private Incoming message(
            JsonNode envelope, JsonNode body, Customer customer, UUID number, Origin origin, Instant now) {
        var content = contents.read(body);
        return new Incoming.Message(
                number,
                customer,
                id(envelope),
                Times.of(envelope, now),
                origin,
                content.type(),
                content.text(),
                content.content(),
                Json.text(body, "context", "id")
                        .or(() -> Json.text(body, "context", "message_id"))
                        .orElse(null),
                content.file(),
                ReferralReader.read(body));
    }

    private static Incoming reaction(
            JsonNode envelope, JsonNode body, @Nullable Customer actor, UUID number, Instant now) {
        var target = Json.text(body, "reaction", "message_id")
                .orElseThrow(() -> new MalformedException("reaction.message_id is missing"));
        return new Incoming.Reaction(
                number,
                actor,
                "",
                id(envelope),
                target,
                Json.nullableText(body, "reaction", "emoji"),
                Times.of(envelope, now));
    }

    /// A notice names the customer by their former and their new ids; all of them lead to the same contact.
    private Incoming notice(JsonNode message, Customers customers, UUID number, Instant now) {
        var ids = new ArrayList<Identity>();
        var system = message.path("system");
        for (var field : List.of("previous_user_id", "user_id")) {
            Json.text(system, field).flatMap(Customers::userId).ifPresent(ids::add);
        }
        Json.text(message, "from_user_id").flatMap(Customers::userId).ifPresent(ids::add);
        Json.text(message, "from").map(Customers::numberOrUserId).ifPresent(ids::add);
        Json.text(system, "wa_id").flatMap(Customers::waId).ifPresent(ids::add);
        if (ids.isEmpty()) {
            throw new MalformedException("the notice names no customer");
        }
        var customer = customers.described(ids.stream().distinct().toList());
        var known = newNumber(system)
                .map(change -> customer.changing(new NumberChange(change.value(), Times.of(message, now))))
                .orElse(customer);
        return message(message, message, known, number, Origin.NOTICE, now);
    }

    /// Of people who are known by their user id only, the same notice has another name.
    private static Optional<Identity> newNumber(JsonNode system) {
        return Json.text(system, "type")
                .filter(NUMBER_CHANGES::contains)
                .flatMap(_ -> Json.text(system, "wa_id"))
                .flatMap(Customers::waId);
    }

    private static Customer sender(JsonNode message, Customers customers) {
        var sender = customers.named(message, "from", "from_user_id").with(Customers.ownCard(message));
        return Json.text(message, "group_id").map(Customers::group).orElse(sender);
    }

    static String id(JsonNode message) {
        return Json.text(message, "id")
                .filter(id -> id.length() <= MAX_ID)
                .orElseThrow(() -> new MalformedException("id is missing or longer than " + MAX_ID));
    }
}
