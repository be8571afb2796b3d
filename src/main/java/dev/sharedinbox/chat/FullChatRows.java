package dev.sharedinbox.chat;

import dev.sharedinbox.chat.message.DeliveryStatus;
import dev.sharedinbox.platform.sql.Times;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a [FullChat] is read: what [ChatRows] reads, and the traits beside it.
public final class FullChatRows {

    /// Of a chat's many messages, only one for each user who wrote in it is looked at.
    private static final String TRAITS = """
            contact.search_name, phone_country(contact.digits) as contact_country,
            case when contact.attributes <> '{}' then (
                select jsonb_object_agg(kept.key, left(kept.value, 500))
                from jsonb_each_text(contact.attributes) kept where kept.value is not null) end as contact_attributes,
            outgoing.status as outgoing_status, outgoing.failure ->> 'code' as outgoing_failure_code,
            outgoing.sent_at as outgoing_sent_at,
            array(
                with recursive writer (id) as (
                    (select m.sender_user_id from message m where m.workspace_id = c.workspace_id and m.chat_id = c.id
                        and m.sender_user_id is not null order by m.sender_user_id limit 1)
                    union all
                    select (select m.sender_user_id from message m where m.workspace_id = c.workspace_id
                        and m.chat_id = c.id and m.sender_user_id > writer.id order by m.sender_user_id limit 1)
                    from writer where writer.id is not null)
                select id from writer where id is not null) as writers
            """;

    private static final String JOINS = """
            left join lateral (
                select m.status, m.failure, m.sent_at from message m
                where m.workspace_id = c.workspace_id and m.chat_id = c.id and m.direction = 'OUTGOING'
                order by m.sent_at desc, m.seq desc limit 1) outgoing on true
            """;

    /// Chats of the workspace `$1` by their ids `$2`.
    public static final String BY_ID = "select " + ChatRows.COLUMNS + ", " + TRAITS + " from chat c " + ChatRows.JOINS
            + JOINS + " where c.workspace_id = $1 and c.id = any($2)";

    private FullChatRows() {}

    public static FullChat chat(Row row, Instant now) {
        return new FullChat(ChatRows.entry(row, now), traits(row));
    }

    private static ChatTraits traits(Row row) {
        return new ChatTraits(
                row.getString("search_name"),
                row.getString("contact_country"),
                attributes(row.getJsonObject("contact_attributes")),
                outgoing(row),
                Arrays.stream(row.getArrayOfUUIDs("writers")).collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<String, String> attributes(@Nullable JsonObject attributes) {
        return attributes == null
                ? Map.of()
                : attributes.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static Optional<ChatTraits.Outgoing> outgoing(Row row) {
        return Optional.ofNullable(DeliveryStatus.orNull(row.getString("outgoing_status")))
                .map(status -> new ChatTraits.Outgoing(
                        status, row.getString("outgoing_failure_code"), Times.of(row, "outgoing_sent_at")));
    }
}
