package dev.sharedinbox.demo;

import dev.sharedinbox.demo.DemoConversations.Conversation;
import dev.sharedinbox.demo.DemoConversations.Line;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of the demo's chats. The same at every installation, but for the time, which counts back from `now`.
final class DemoRows {

    private static final int CUSTOMERS = 260;
    private static final int CHATS = 300;
    private static final int VIP = 71;

    private final List<JsonObject> contacts = new ArrayList<>();
    private final List<JsonObject> identities = new ArrayList<>();
    private final Map<String, JsonObject> sessions = new LinkedHashMap<>();
    private final List<JsonObject> chats = new ArrayList<>();
    private final List<JsonObject> tags = new ArrayList<>();
    private final List<JsonObject> messages = new ArrayList<>();
    private final List<JsonObject> receipts = new ArrayList<>();
    private final Random random = new Random(20_260_131);
    private final Instant now;

    DemoRows(Instant now) {
        this.now = now;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            contact(customer);
        }
        for (int chat = 0; chat < CHATS; chat++) {
            chat(chat);
        }
    }

    private void contact(int customer) {
        var phone = customer % 3 == 0 ? "447700900%03d".formatted(customer) : "1415555%04d".formatted(1000 + customer);
        contacts.add(JsonObject.of(
                "id",
                contactId(customer).toString(),
                "name",
                customer % 25 == 24 ? "" : DemoNames.of(customer),
                "phone",
                "+" + phone,
                "created_at",
                now.minus(Duration.ofDays(90))));
        identities.add(JsonObject.of(
                "kind",
                "WA_ID",
                "value",
                phone,
                "contact_id",
                contactId(customer).toString()));
    }

    /// The first chats are the customers' current ones, newest first; the rest are old ones of the first customers.
    private void chat(int number) {
        var isOld = number >= CUSTOMERS;
        var isClosed = isOld || number % 3 == 2;
        var conversation = DemoConversations.ALL.get(random.nextInt(DemoConversations.ALL.size()));
        var assignee = isClosed || random.nextInt(3) > 0 ? agent(conversation) : null;
        var lines = lines(conversation.lines(), isClosed, assignee);
        var chat = new DemoChat(
                number, contactId(isOld ? number - CUSTOMERS : number), assignee, isClosed, conversation, lines);
        chat.talk(random, end(number));
        chats.add(chat.row(random.nextInt(4) == 0));
        messages.addAll(chat.messages());
        receipts.addAll(chat.receipts());
        var session = chat.session(now);
        sessions.putIfAbsent(session.getString("business_number_id") + session.getString("contact_id"), session);
        tag(chat, conversation, number);
    }

    /// A closed chat was talked to its end, an open one is somewhere in it, and nobody answered an unassigned one.
    private List<Line> lines(List<Line> lines, boolean isClosed, @Nullable UUID assignee) {
        if (isClosed) {
            return lines;
        }
        return assignee == null
                ? lines.stream().takeWhile(Line::incoming).toList()
                : lines.subList(0, 1 + random.nextInt(lines.size()));
    }

    private UUID agent(Conversation conversation) {
        return switch (random.nextInt(6)) {
            case 0 -> DemoIds.MAYA;
            case 1 -> DemoIds.OMAR;
            default -> conversation.support() ? DemoIds.JONAS : DemoIds.LENA;
        };
    }

    private void tag(DemoChat chat, Conversation conversation, int number) {
        if (conversation.tag() != 0) {
            tags.add(chat.tagged(DemoIds.id(conversation.tag())));
        }
        if (number % 10 == 0 && conversation.tag() != VIP) {
            tags.add(chat.tagged(DemoIds.id(VIP)));
        }
    }

    /// About fifty chats of the last day, then fewer and fewer back to a month ago.
    private Instant end(int number) {
        return number < CUSTOMERS
                ? now.minus(Duration.ofMinutes(1 + 43_200L * number * number / (CUSTOMERS * CUSTOMERS)))
                : now.minus(Duration.ofDays(number - 220));
    }

    private static UUID contactId(int customer) {
        return DemoIds.id(200_000 + customer);
    }

    List<JsonObject> contacts() {
        return contacts;
    }

    List<JsonObject> identities() {
        return identities;
    }

    List<JsonObject> sessions() {
        return List.copyOf(sessions.values());
    }

    List<JsonObject> chats() {
        return chats;
    }

    List<JsonObject> tags() {
        return tags;
    }

    List<JsonObject> messages() {
        return messages;
    }

    List<JsonObject> receipts() {
        return receipts;
    }
}
