package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.session.SessionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Opens and extends session windows; an older message never shortens one. A window that is to be looked at anyway is
/// left to that look, so that most messages write to no index. A window that opens anew opens for all chats of the
/// conversation, so the newest of those that are closed are told of, too.
@ApplicationScoped
class SessionWindows {

    /// Meta's customer service window, see "Send messages" in the Cloud API's documentation.
    private static final Duration SESSION_WINDOW = Duration.ofHours(24);

    /// `offset 0` keeps PostgreSQL from walking all chats by id, which it takes for short while a workspace fills.
    private static final String OPEN = """
            with opened as (insert into session_window (workspace_id, business_number_id, contact_id, last_customer_message_at, expires_at,
                look_at)
            select $1, w.business_number_id, w.contact_id, w.at, w.at + $5, w.at + $5 - $6::interval
            from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as w (business_number_id, contact_id, at)
            on conflict (workspace_id, business_number_id, contact_id) do update
            set last_customer_message_at = excluded.last_customer_message_at, expires_at = excluded.expires_at,
                look_at = coalesce(session_window.look_at, excluded.look_at)
            where session_window.last_customer_message_at < excluded.last_customer_message_at
            returning business_number_id, contact_id, look_at = expires_at - $6::interval as anew)
            select closed.id from opened cross join lateral (
                select id from (
                    select id, status from chat where workspace_id = $1 and contact_id = opened.contact_id
                        and business_number_id = opened.business_number_id offset 0) theirs
                where status = 'CLOSED' order by id desc limit 20) closed
            where opened.anew
            """;

    private final SessionConfig config;

    SessionWindows(SessionConfig config) {
        this.config = config;
    }

    /// Open the windows of conversations in which the customer was active at these times; return what else changed by
    /// it.
    Uni<List<NewChange>> open(SqlClient transaction, UUID workspaceId, Map<Conversation, Instant> activity) {
        if (activity.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var windows = List.copyOf(activity.entrySet());
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(windows.stream()
                        .map(window -> window.getKey().businessNumberId())
                        .toArray(UUID[]::new))
                .addArrayOfUUID(windows.stream()
                        .map(window -> window.getKey().contactId())
                        .toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(windows.stream()
                        .map(window -> window.getValue().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(Interval.of(SESSION_WINDOW))
                .addValue(Interval.of(config.closingLead()));
        return transaction
                .preparedQuery(OPEN)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> NewChange.chat(ChangeType.CHAT_UPDATED, row.getUUID("id")))
                        .toList());
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
