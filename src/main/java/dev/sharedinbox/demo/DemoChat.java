package dev.sharedinbox.demo;

import dev.sharedinbox.demo.DemoConversations.Conversation;
import dev.sharedinbox.demo.DemoConversations.Line;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One chat of the demo and what was said in it.
final class DemoChat {

    private static final Duration SESSION = Duration.ofHours(24);

    private final List<JsonObject> messages = new ArrayList<>();
    private final List<JsonObject> receipts = new ArrayList<>();
    private final int number;
    private final UUID contactId;
    private final @Nullable UUID assignee;
    private final boolean closed;
    private final Conversation conversation;
    private final List<Line> lines;

    DemoChat(
            int number,
            UUID contactId,
            @Nullable UUID assignee,
            boolean closed,
            Conversation conversation,
            List<Line> lines) {
        this.number = number;
        this.contactId = contactId;
        this.assignee = assignee;
        this.closed = closed;
        this.conversation = conversation;
        this.lines = lines;
    }

    /// Let the lines be written, a few minutes apart, the last one at `end`.
    void talk(Random random, Instant end) {
        var time = end.minus(Duration.ofMinutes(9L * lines.size()));
        for (int index = 0; index < lines.size(); index++) {
            var isLast = index == lines.size() - 1;
            time = isLast ? end : time.plusSeconds(120 + random.nextInt(300));
            write(index + 1, lines.get(index), time, status(random, isLast));
        }
    }

    private static DemoStatus status(Random random, boolean isLast) {
        if (!isLast) {
            return DemoStatus.READ;
        }
        return switch (random.nextInt(8)) {
            case 0 -> DemoStatus.FAILED;
            case 1, 2 -> DemoStatus.SENT;
            case 3, 4 -> DemoStatus.DELIVERED;
            default -> DemoStatus.READ;
        };
    }

    private void write(int seq, Line line, Instant at, DemoStatus status) {
        var providerId = "wamid.DEMO%05d%03d".formatted(number, seq);
        var message = new JsonObject()
                .put("id", DemoIds.id(1_000_000 + number * 100 + seq).toString())
                .put("chat_id", id())
                .put("seq", seq)
                .put("business_number_id", businessNumber())
                .put("direction", line.incoming() ? "INCOMING" : "OUTGOING")
                .put("type", "TEXT")
                .put("text", line.text())
                .put("content", new JsonObject())
                .put("sender_kind", line.incoming() ? "CUSTOMER" : "USER")
                .put("sent_at", at)
                .put("stored_at", at)
                .put("provider_message_id", providerId);
        if (!line.incoming() && assignee != null) {
            message.put("sender_user_id", assignee.toString());
            message.put("status", status.name());
            message.put("failure", status.failure());
            receipts.addAll(status.receipts(businessNumber(), providerId, at));
        }
        messages.add(message);
    }

    JsonObject row(boolean read) {
        var waiting = closed ? List.<JsonObject>of() : trailingIncoming();
        var last = messages.getLast();
        return new JsonObject()
                .put("id", id())
                .put("business_number_id", businessNumber())
                .put("inbox_id", (conversation.support() ? DemoIds.SUPPORT_INBOX : DemoIds.SALES_INBOX).toString())
                .put("contact_id", contactId.toString())
                .put("status", closed ? "CLOSED" : "OPEN")
                .put("assignee_id", assignee == null ? null : assignee.toString())
                .put("team_id", (conversation.support() ? DemoIds.SUPPORT_TEAM : DemoIds.SALES_TEAM).toString())
                .put("unread_count", read ? 0 : waiting.size())
                .put("last_seq", last.getInteger("seq"))
                .put("last_message_id", last.getString("id"))
                .put("last_message_direction", last.getString("direction"))
                .put("last_activity_at", last.getValue("sent_at"))
                .put("last_inbound_at", lastInboundAt())
                .put(
                        "waiting_since",
                        waiting.isEmpty() ? null : waiting.getFirst().getValue("sent_at"))
                .put("started_at", messages.getFirst().getValue("sent_at"))
                .put("closed_at", closed ? last.getValue("sent_at") : null);
    }

    /// The session window; of one that closed before the demo began nobody is to be told.
    JsonObject session(Instant now) {
        var expiresAt = lastInboundAt().plus(SESSION);
        return JsonObject.of(
                "look_at", expiresAt.isAfter(now) ? now : null,
                "business_number_id", businessNumber(),
                "contact_id", contactId.toString(),
                "last_customer_message_at", lastInboundAt(),
                "expires_at", expiresAt);
    }

    JsonObject tagged(UUID tag) {
        return JsonObject.of(
                "chat_id", id(),
                "tag_id", tag.toString(),
                "last_activity_at", messages.getLast().getValue("sent_at"));
    }

    List<JsonObject> messages() {
        return messages;
    }

    List<JsonObject> receipts() {
        return receipts;
    }

    private List<JsonObject> trailingIncoming() {
        var trailing = new ArrayList<JsonObject>();
        for (var message : messages) {
            if (isIncoming(message)) {
                trailing.add(message);
            } else {
                trailing.clear();
            }
        }
        return trailing;
    }

    private Instant lastInboundAt() {
        return messages.reversed().stream()
                .filter(DemoChat::isIncoming)
                .findFirst()
                .orElseThrow()
                .getInstant("sent_at");
    }

    private static boolean isIncoming(JsonObject message) {
        return "INCOMING".equals(message.getString("direction"));
    }

    private String id() {
        return DemoIds.id(100_000 + number).toString();
    }

    private String businessNumber() {
        return (conversation.support() ? DemoIds.SUPPORT_NUMBER : DemoIds.SALES_NUMBER).toString();
    }
}
