package dev.sharedinbox.chat.session;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// The windows whose end is to be told. Whoever takes one notes in the same transaction what is told of it, so that
/// nobody tells it again unless the customer prolongs the window.
@ApplicationScoped
class DueWindows {

    private static final String WORKSPACES = """
            select workspace_id from change_head head where exists (
                select from session_window w where w.workspace_id = head.workspace_id and w.look_at <= $1)
            """;
    /// A window that has closed unnoticed is told as closed, and no more as closing. One that was prolonged since is
    /// only moved on. At most one chat of a window is not closed, and of a window without one nothing is told.
    private static final String TAKE = """
            with due as materialized (
                select business_number_id, contact_id, expires_at,
                    case when expires_at <= $2 then 'session.closed'
                        when expires_at - $3::interval <= $2 and closing_told_for is distinct from expires_at
                            then 'session.closing' end as word
                from session_window
                where workspace_id = $1 and look_at <= $2
                order by look_at limit $4 for update skip locked),
            moved as (
                update session_window w
                set look_at = case when due.expires_at <= $2 then null
                        when due.expires_at - $3::interval <= $2 then due.expires_at
                        else due.expires_at - $3::interval end,
                    closing_told_for = case when due.word = 'session.closing' then due.expires_at
                        else w.closing_told_for end
                from due
                where w.workspace_id = $1 and w.business_number_id = due.business_number_id
                    and w.contact_id = due.contact_id)
            select due.expires_at, due.word, chat.id as chat_id
            from due left join chat on chat.workspace_id = $1 and chat.business_number_id = due.business_number_id
                and chat.contact_id = due.contact_id and chat.status <> 'CLOSED'
            order by due.expires_at
            """;

    private final Pool pool;
    private final SessionConfig config;

    DueWindows(Pool pool, SessionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /// The workspaces that have windows to look at.
    Uni<List<UUID>> workspaces(Instant now) {
        return pool.preparedQuery(WORKSPACES)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("workspace_id"))
                        .toList());
    }

    /// Within the caller's transaction, take up to a batch of windows that nobody else has taken.
    Uni<Taken> take(SqlClient transaction, UUID workspaceId, Instant now) {
        var values =
                Tuple.of(workspaceId, now.atOffset(ZoneOffset.UTC), interval(config.closingLead()), config.batch());
        return transaction
                .preparedQuery(TAKE)
                .execute(values)
                .map(rows -> taken(rows.stream().toList(), now));
    }

    private Taken taken(List<Row> rows, Instant now) {
        var late = rows.stream()
                .filter(DueWindows::isClosed)
                .map(row -> Duration.between(expiresAt(row), now))
                .findFirst();
        return new Taken(
                rows.stream().flatMap(row -> change(row).stream()).toList(), rows.size() == config.batch(), late);
    }

    private static Optional<NewChange> change(Row row) {
        UUID chatId = row.getUUID("chat_id");
        String word = row.getString("word");
        return chatId == null || word == null
                ? Optional.empty()
                : Optional.of(
                        isClosed(row)
                                ? NewChange.chat(ChangeType.SESSION_CLOSED, chatId)
                                : ChatChanges.closing(chatId, expiresAt(row)));
    }

    private static Instant expiresAt(Row row) {
        return Times.of(row, "expires_at");
    }

    private static boolean isClosed(Row row) {
        return ChangeType.SESSION_CLOSED.word().equals(row.getString("word"));
    }

    private static Interval interval(Duration duration) {
        return Interval.of(duration);
    }

    /// What was taken.
    ///
    /// @param changes what is to be told
    /// @param isFull whether there may be more
    /// @param late how long ago the first of those that have closed did; empty when none has
    record Taken(List<NewChange> changes, boolean isFull, Optional<Duration> late) {}
}
