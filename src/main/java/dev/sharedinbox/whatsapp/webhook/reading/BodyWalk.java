package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.whatsapp.webhook.account.AccountNotice;
import dev.sharedinbox.whatsapp.webhook.account.AccountWalk;
import dev.sharedinbox.whatsapp.webhook.account.ErrorEvents;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Part;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// One body's walk. Every message, status and error is read on its own, so that a bad one does not stop its neighbours.
public final class BodyWalk {

    /// What the Test button of Meta's dashboard sends: acknowledge and drop.
    private static final String TEST_BUTTON_NUMBER = "123456123";

    /// Far longer than any field of Meta; what is longer is cut, because an index holds it.
    private static final int LONGEST_FIELD = 100;

    private final MessageReader messages;
    private final WebhookPlugin plugin;
    private final Instant now;
    private final List<Item> items = new ArrayList<>();

    BodyWalk(MessageReader messages, WebhookPlugin plugin, Instant now) {
        this.messages = messages;
        this.plugin = plugin;
        this.now = now;
    }

    List<Item> items() {
        return items;
    }

    void change(Part entry, Part change) {
        var field = Texts.cut(Json.text(change.value(), "field").orElse(""), LONGEST_FIELD);
        var part = new Part(change.path(), field, change.value()).in("value");
        var notice = AccountNotice.of(plugin, entry.value(), field, part.value(), now);
        switch (field) {
            case "messages" -> withNumber(part, number -> conversation(part, notice, number));
            case "smb_message_echoes" -> withNumber(part, number -> echoes(part, number, Origin.BUSINESS_APP));
            case "message_echoes" -> withNumber(part, number -> echoes(part, number, Origin.OTHER_PROGRAM));
            case "standby" -> withNumber(part, number -> standby(part, number));
            case "history" -> withNumber(part, number -> history(part, notice, number));
            case "calls" -> withNumber(part, number -> calls(part, notice, number));
            case "user_preferences" -> withNumber(part, number -> add(CustomerWalk.preferences(part, number, now)));
            case "smb_app_state_sync" -> withNumber(part, number -> add(CustomerWalk.addressBook(part, number, now)));
            case "messaging_handovers" ->
                withNumber(
                        part,
                        part.in("recipient").value(),
                        number -> items.add(part.read(_ -> HandoverReader.read(notice, number))));
            default -> add(AccountWalk.items(part, notice));
        }
    }

    private void conversation(Part part, AccountNotice notice, UUID number) {
        var customers = Customers.of(part.value());
        add(
                part,
                "messages",
                message ->
                        inContext(messages.incoming(message, customers, number, Origin.CUSTOMER, now), part.value()));
        add(part.each("statuses").map(status -> status(status, customers, number)));
        errors(part, notice, number);
    }

    /// Not every status is one of a message: there are those of calls, and of payments, which fail in words of their
    /// own.
    private Item status(Part part, Customers customers, UUID number) {
        return switch (Json.text(part.value(), "type").orElse("message")) {
            case "message" -> part.read(status -> StatusReader.read(status, number, now));
            case "call" -> part.read(status -> CallReader.status(status, customers, number, now));
            default -> part.kept("nothing reads statuses of this type yet");
        };
    }

    /// What was said before somebody else handed the customer over to us.
    private static Incoming inContext(Incoming read, JsonNode value) {
        if (read instanceof Incoming.Message message
                && value.path("conversation_context").isObject()) {
            message.content().put("conversationContext", Json.object(value.path("conversation_context")));
        }
        return read;
    }

    private void calls(Part part, AccountNotice notice, UUID number) {
        var customers = Customers.of(part.value());
        add(part, "calls", call -> CallReader.event(call, customers, number, now));
        add(part, "statuses", status -> CallReader.status(status, customers, number, now));
        errors(part, notice, number);
    }

    private void echoes(Part part, UUID number, Origin origin) {
        var customers = Customers.of(part.value());
        add(part, "message_echoes", echo -> messages.echo(echo, echo, customers, number, origin, now));
    }

    /// Somebody else answers this customer at the moment; everything sits one level deeper.
    private void standby(Part part, UUID number) {
        var inside = part.in("standby");
        var customers = Customers.of(inside.value().has("contacts") ? inside.value() : part.value());
        add(inside, "messages", message -> messages.incoming(message, customers, number, Origin.OBSERVED, now));
        add(
                inside,
                "message_echoes",
                echo -> messages.echo(echo, echo.path("message"), customers, number, Origin.OTHER_PROGRAM, now));
        add(inside.each("statuses").map(status -> status(status, customers, number)));
    }

    private void history(Part part, AccountNotice notice, UUID number) {
        var ours = Json.text(part.value(), "metadata", "display_phone_number").orElse("");
        part.each("history").forEach(chunk -> {
            chunk.each("threads").forEach(thread -> thread(thread, ours, number));
            errors(chunk, notice, number);
        });
        var customers = Customers.of(part.value());
        add(part, "messages", message -> messages.incoming(message, customers, number, Origin.HISTORY_CUSTOMER, now));
        add(part, "message_echoes", echo -> messages.echo(echo, echo, customers, number, Origin.HISTORY_BUSINESS, now));
    }

    private void thread(Part part, String ours, UUID number) {
        var thread = new HistoryThread(part.value(), ours, messages);
        add(part, "messages", message -> thread.read(message, number, now));
        add(part.each("messages")
                .filter(message -> thread.tellsStatus(message.value()))
                .map(message -> message.in("history_context").read(_ -> thread.status(message.value(), number, now))));
    }

    private void errors(Part part, AccountNotice notice, UUID number) {
        add(part, "errors", error -> new Incoming.Account(ErrorEvents.read(notice.about(error), number)));
    }

    private void add(Part part, String list, Function<JsonNode, Incoming> reader) {
        add(part.each(list).map(element -> element.read(reader)));
    }

    private void add(Stream<Item> found) {
        found.forEach(items::add);
    }

    private void withNumber(Part part, Consumer<UUID> reader) {
        withNumber(part, part.value(), reader);
    }

    /// @param value what names the number
    private void withNumber(Part part, JsonNode value, Consumer<UUID> reader) {
        var id = Json.text(value, "metadata", "phone_number_id")
                .or(() -> Json.text(value, "phone_number_id"))
                .orElse("");
        Optional.ofNullable(plugin.numbers().get(id))
                .map(BusinessNumberRef::id)
                .ifPresentOrElse(number -> read(part, number, reader), () -> unknownNumber(part, id));
    }

    /// A value in which nothing was found although it says something is as unknown as a field nobody knows.
    private void read(Part part, UUID number, Consumer<UUID> reader) {
        var before = items.size();
        reader.accept(number);
        if (items.size() == before && ChatFields.sayMore(part)) {
            items.add(part.kept("nothing in it is read yet"));
        }
    }

    private void unknownNumber(Part part, String id) {
        if (!TEST_BUTTON_NUMBER.equals(id)) {
            items.add(part.kept("the business number is not one of this plugin's"));
        }
    }
}
