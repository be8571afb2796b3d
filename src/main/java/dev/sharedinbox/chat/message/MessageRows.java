package dev.sharedinbox.chat.message;

import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.Availability;
import dev.sharedinbox.team.UserView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a message is read: with its files, receipts, reactions and quote, in one statement.
public final class MessageRows {

    /// Our own side as the actor of a reaction; a customer's actor is the contact's id, and in a group also who of it.
    public static final String BUSINESS_ACTOR = "business";

    /// The columns of a message named `m`, to go between `select` and [#JOINS].
    public static final String COLUMNS = """
            m.id, m.chat_id, m.seq, m.direction, m.type, m.text, m.content, m.sender_kind, m.sender_user_id, m.sent_at,
            m.status, m.failure, m.client_message_id, m.edited_at, m.revoked_at,
            sender.name as sender_name, sender.email as sender_email, sender.active as sender_active,
            sender.availability as sender_availability,
            quoted.id as quoted_id, quoted.seq as quoted_seq, quoted.direction as quoted_direction,
            quoted.type as quoted_type, left(quoted.text, 200) as quoted_text, quoted.sent_at as quoted_sent_at,
            quoted.status as quoted_status,
            (select jsonb_agg(to_jsonb(a) order by a.id) from attachment a
                where a.workspace_id = m.workspace_id and a.message_id = m.id and m.revoked_at is null) as attachments,
            case when m.direction = 'OUTGOING' then
                (select jsonb_agg(jsonb_build_object('status', r.status, 'at', r.occurred_at)
                        order by r.occurred_at, r.received_at)
                    from receipt r where r.workspace_id = m.workspace_id
                        and r.business_number_id = m.business_number_id
                        and r.provider_message_id = m.provider_message_id) end as receipts,
            (select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'actor', r.actor, 'at', r.reacted_at)
                    order by r.reacted_at)
                from (select distinct on (actor) actor, emoji, reacted_at from reaction
                    where workspace_id = m.workspace_id and business_number_id = m.business_number_id
                        and target_provider_id = m.provider_message_id
                    order by actor, reacted_at desc, provider_message_id desc) r
                where r.emoji is not null) as reactions
            """;

    /// What the columns need beside the message `m`.
    public static final String JOINS = """
            left join workspace_user sender on sender.workspace_id = m.workspace_id and sender.id = m.sender_user_id
            left join message quoted on quoted.workspace_id = m.workspace_id
                and quoted.business_number_id = m.business_number_id
                and quoted.provider_message_id = m.reply_to_provider_id and quoted.chat_id = m.chat_id
            """;

    private MessageRows() {}

    public static MessageView view(Row row) {
        return new MessageView(
                row.getUUID("id").toString(),
                row.getUUID("chat_id").toString(),
                row.getInteger("seq"),
                Direction.valueOf(row.getString("direction")),
                MessageType.valueOf(row.getString("type")),
                row.getString("text"),
                each(row.getJsonArray("attachments"), MessageRows::attachment),
                content(row.getJsonObject("content")),
                sender(row),
                Times.of(row, "sent_at"),
                DeliveryStatus.orNull(row.getString("status")),
                history(row.getJsonArray("receipts")),
                failure(row.getJsonObject("failure")),
                quoted(row),
                each(row.getJsonArray("reactions"), MessageRows::reaction),
                Times.orNull(row, "edited_at") != null,
                Times.orNull(row, "edited_at"),
                Times.orNull(row, "revoked_at"),
                row.getString("client_message_id"));
    }

    private static <T> List<T> each(@Nullable JsonArray array, Function<JsonObject, T> read) {
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).map(read).toList();
    }

    private static AttachmentView attachment(JsonObject row) {
        return new AttachmentView(
                row.getString("id"),
                row.getString("kind"),
                row.getString("mime_type"),
                row.getString("file_name"),
                row.getBoolean("voice"),
                row.getBoolean("animated"),
                AttachmentState.valueOf(row.getString("state")),
                row.getString("detected_type"),
                row.getLong("size"),
                row.getValue("thumbnail_size") != null,
                attachmentFailure(row.getString("failure")));
    }

    private static @Nullable AttachmentFailureView attachmentFailure(@Nullable String failure) {
        return failure == null
                ? null
                : new AttachmentFailureView(
                        failure, MediaFailure.valueOf(failure).advice());
    }

    private static ReactionView reaction(JsonObject row) {
        var direction = BUSINESS_ACTOR.equals(row.getString("actor")) ? Direction.OUTGOING : Direction.INCOMING;
        return new ReactionView(
                row.getString("emoji"),
                direction,
                OffsetDateTime.parse(row.getString("at")).toInstant());
    }

    /// Words that Meta may add are kept in the receipts but not part of the contract.
    private static List<StatusEntryView> history(@Nullable JsonArray receipts) {
        return each(receipts, Function.identity()).stream()
                .filter(row -> DeliveryStatus.isKnown(row.getString("status")))
                .map(row -> new StatusEntryView(
                        DeliveryStatus.valueOf(row.getString("status")),
                        OffsetDateTime.parse(row.getString("at")).toInstant()))
                .toList();
    }

    public static jakarta.json.JsonObject content(JsonObject content) {
        if (content.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (var reader = Json.createReader(new StringReader(content.encode()))) {
            return reader.readObject();
        }
    }

    private static SenderView sender(Row row) {
        UUID id = row.getUUID("sender_user_id");
        var user = id == null
                ? null
                : new UserView(
                        id.toString(),
                        row.getString("sender_name"),
                        row.getString("sender_email"),
                        row.getBoolean("sender_active"),
                        Availability.valueOf(row.getString("sender_availability")));
        return new SenderView(SenderKind.valueOf(row.getString("sender_kind")), user);
    }

    private static @Nullable DeliveryFailureView failure(@Nullable JsonObject failure) {
        return failure == null
                ? null
                : new DeliveryFailureView(
                        failure.getString("code"),
                        failure.getString("title"),
                        failure.getString("detail"),
                        failure.getString("advice"),
                        failure.getBoolean("retryable"));
    }

    private static @Nullable MessagePreviewView quoted(Row row) {
        UUID id = row.getUUID("quoted_id");
        return id == null
                ? null
                : new MessagePreviewView(
                        id.toString(),
                        row.getInteger("quoted_seq"),
                        Direction.valueOf(row.getString("quoted_direction")),
                        MessageType.valueOf(row.getString("quoted_type")),
                        row.getString("quoted_text"),
                        Times.of(row, "quoted_sent_at"),
                        DeliveryStatus.orNull(row.getString("quoted_status")));
    }
}
