package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.chat.intake.Incoming;
import dev.sharedinbox.chat.intake.Origin;
import dev.sharedinbox.whatsapp.webhook.account.AccountNotice;
import dev.sharedinbox.whatsapp.webhook.account.AccountWalk;
import dev.sharedinbox.whatsapp.webhook.account.ErrorEvents;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One body's walk. Every message, status and error is read on its own, so that a bad one does not stop its neighbours.
public final class BodyWalk {

    /// What the Test button of Meta's dashboard sends: acknowledge and drop.
    private static final String TEST_BUTTON_NUMBER = "123456123";

    /// The fields that are about chats and customers; see [AccountWalk#FIELDS] for the others.
    public static final Set<String> FIELDS = Set.of(
            "messages",
            "smb_message_echoes",
            "message_echoes",
            "standby",
            "history",
            "calls",
            "user_preferences",
            "smb_app_state_sync",
            "messaging_handovers");

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

    void change(String path, JsonNode entry, JsonNode change) {
        var field = field(change);
        var value = change.path("value");
        var inside = path + ".value";
        var notice = AccountNotice.of(plugin, entry, field, value, now);
        switch (field) {
            case "messages" -> withNumber(inside, field, value, number -> conversation(inside, notice, number));
            case "smb_message_echoes", "message_echoes" ->
                withNumber(inside, field, value, number -> echoes(inside, field, value, number));
            case "standby" -> withNumber(inside, field, value, number -> standby(inside, field, value, number));
            case "history" -> withNumber(inside, field, value, number -> history(inside, notice, number));
            case "calls" -> withNumber(inside, field, value, number -> calls(inside, notice, number));
            case "user_preferences" ->
                withNumber(
                        inside, field, value, number -> items.addAll(CustomerWalk.preferences(inside, notice, number)));
            case "smb_app_state_sync" ->
                withNumber(
                        inside, field, value, number -> items.addAll(CustomerWalk.addressBook(inside, notice, number)));
            case "messaging_handovers" ->
                withNumber(
                        inside,
                        field,
                        value.path("recipient"),
                        number -> items.add(Item.read(inside, field, () -> HandoverReader.read(notice, number))));
            default -> items.addAll(AccountWalk.items(inside, notice));
        }
    }

    private static String field(JsonNode change) {
        return Texts.cut(Json.text(change, "field").orElse(""), LONGEST_FIELD);
    }

    private void conversation(String path, AccountNotice notice, UUID number) {
        var field = notice.field();
        var value = notice.value();
        var customers = Customers.of(value);
        each(
                path + ".messages",
                field,
                value.path("messages"),
                message -> messages.incoming(message, customers, number, Origin.CUSTOMER, now));
        each(
                path + ".statuses",
                field,
                value.path("statuses"),
                status -> CallReader.isCall(status)
                        ? CallReader.status(status, customers, number, now)
                        : StatusReader.read(status, number, now));
        errors(path, notice, value, number);
    }

    private void calls(String path, AccountNotice notice, UUID number) {
        var field = notice.field();
        var value = notice.value();
        var customers = Customers.of(value);
        each(path + ".calls", field, value.path("calls"), call -> CallReader.event(call, customers, number, now));
        each(
                path + ".statuses",
                field,
                value.path("statuses"),
                status -> CallReader.status(status, customers, number, now));
        errors(path, notice, value, number);
    }

    private void echoes(String path, String field, JsonNode value, UUID number) {
        var customers = Customers.of(value);
        each(
                path + ".message_echoes",
                field,
                value.path("message_echoes"),
                echo -> messages.echo(echo, echo, customers, number, Origin.BUSINESS_APP, now));
    }

    /// Somebody else answers this customer at the moment; everything sits one level deeper.
    private void standby(String path, String field, JsonNode value, UUID number) {
        var inside = value.path("standby");
        var customers = Customers.of(inside.has("contacts") ? inside : value);
        each(
                path + ".standby.messages",
                field,
                inside.path("messages"),
                message -> messages.incoming(message, customers, number, Origin.OBSERVED, now));
        each(
                path + ".standby.message_echoes",
                field,
                inside.path("message_echoes"),
                echo -> messages.echo(echo, echo.path("message"), customers, number, Origin.BUSINESS_APP, now));
        each(
                path + ".standby.statuses",
                field,
                inside.path("statuses"),
                status -> StatusReader.read(status, number, now));
    }

    private void history(String path, AccountNotice notice, UUID number) {
        var field = notice.field();
        var value = notice.value();
        var ours = Json.text(value, "metadata", "display_phone_number").orElse("");
        var chunks = value.path("history");
        for (var h = 0; h < chunks.size(); h++) {
            var threads = chunks.path(h).path("threads");
            for (var t = 0; t < threads.size(); t++) {
                thread(
                        path + ".history[" + h + "].threads[" + t + "].messages",
                        field,
                        new HistoryThread(threads.path(t), ours, messages),
                        threads.path(t).path("messages"),
                        number);
            }
            errors(path + ".history[" + h + "]", notice, chunks.path(h), number);
        }
        var customers = Customers.of(value);
        each(
                path + ".messages",
                field,
                value.path("messages"),
                message -> messages.incoming(message, customers, number, Origin.HISTORY_CUSTOMER, now));
        each(
                path + ".message_echoes",
                field,
                value.path("message_echoes"),
                echo -> messages.echo(echo, echo, customers, number, Origin.HISTORY_BUSINESS, now));
    }

    private void thread(String path, String field, HistoryThread thread, JsonNode written, UUID number) {
        each(path, field, written, message -> thread.read(message, number, now));
        for (var i = 0; i < written.size(); i++) {
            var message = written.path(i);
            if (thread.tellsStatus(message)) {
                var inside = path + "[" + i + "].history_context";
                items.add(Item.read(inside, field, () -> thread.status(message, number, now)));
            }
        }
    }

    private void errors(String path, AccountNotice notice, JsonNode value, UUID number) {
        for (var i = 0; i < value.path("errors").size(); i++) {
            var error = value.path("errors").path(i);
            items.add(Item.read(
                    path + ".errors[" + i + "]",
                    notice.field(),
                    () -> new Incoming.Account(ErrorEvents.read(notice.about(error), number))));
        }
    }

    private void each(String path, String field, JsonNode elements, ItemReader reader) {
        for (var i = 0; i < elements.size(); i++) {
            var element = elements.path(i);
            items.add(Item.read(path + "[" + i + "]", field, () -> reader.read(element)));
        }
    }

    private void withNumber(String path, String field, JsonNode value, NumberReader reader) {
        var id = Json.text(value, "metadata", "phone_number_id")
                .or(() -> Json.text(value, "phone_number_id"))
                .orElse("");
        Optional.ofNullable(plugin.numbers().get(id))
                .map(BusinessNumberRef::id)
                .ifPresentOrElse(reader::read, () -> unknownNumber(path, field, id));
    }

    private void unknownNumber(String path, String field, String id) {
        if (!TEST_BUTTON_NUMBER.equals(id)) {
            items.add(new Item.Kept(path, field, "the business number is not one of this plugin's"));
        }
    }

    /// Reads one element of a list.
    @FunctionalInterface
    private interface ItemReader {
        Incoming read(JsonNode element);
    }

    /// Reads a value that belongs to one of our numbers.
    @FunctionalInterface
    private interface NumberReader {
        void read(UUID number);
    }
}
