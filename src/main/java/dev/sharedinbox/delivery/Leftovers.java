package dev.sharedinbox.delivery;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The deliveries that no sender will settle, a bounded number at a time.
@ApplicationScoped
class Leftovers {

    private static final String LOSE = """
            with lost as (
                update delivery d set state = 'UNKNOWN'
                from (select workspace_id, message_id from delivery where state = 'CALLING' and claimed_at < $1
                    order by claimed_at limit 500 for update skip locked) l
                where d.workspace_id = l.workspace_id and d.message_id = l.message_id
                returning d.workspace_id, d.message_id)
            update delivery_attempt a set outcome = 'UNKNOWN', settled_at = $2, error = $3
            from lost where a.workspace_id = lost.workspace_id and a.message_id = lost.message_id
                and a.outcome = 'CALLING'
            """;
    private static final String UNKNOWN = """
            select workspace_id, message_id, state from delivery
            where state = 'UNKNOWN' and claimed_at < $1 order by claimed_at limit 100
            """;
    private static final String WAITING = """
            select d.workspace_id, d.message_id, d.state,
                (select a.error from delivery_attempt a
                    where a.workspace_id = d.workspace_id and a.message_id = d.message_id and a.started_at >= d.enqueued_at
                    order by a.attempt desc limit 1) as error
            from delivery d where d.state = 'READY' and d.enqueued_at < $1 order by d.place limit 100
            """;
    private static final String REMOVE =
            "delete from delivery where workspace_id = $1 and message_id = $2 and state = $3";
    private static final String COUNT = "select state, count(*) as depth from delivery group by state";
    private static final String WAITS = """
            select business_number_id, min(due_at) as due from delivery where state = 'READY' and due_at <= $1
            group by business_number_id order by due limit 20
            """;

    private final Pool pool;

    Leftovers(Pool pool) {
        this.pool = pool;
    }

    /// Turn calls that nobody holds any more into unknown ones; return how many there were.
    Uni<Integer> loseCallsBegunBefore(Instant limit, Instant now) {
        return pool.preparedQuery(LOSE)
                .execute(Tuple.of(time(limit), time(now), Failures.lost().json()))
                .map(RowSet::rowCount);
    }

    Uni<List<Leftover>> unknownSince(Instant limit) {
        return find(UNKNOWN, limit, _ -> Failures.outcomeUnknown());
    }

    Uni<List<Leftover>> waitingSince(Instant limit) {
        return find(WAITING, limit, row -> Failures.tooLate(row.getJsonObject("error")));
    }

    /// Take a leftover out of the queue, unless a sender or a status was faster.
    Uni<Void> remove(SqlClient transaction, Leftover leftover) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(leftover.workspaceId(), leftover.messageId(), leftover.state()))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Superseded()));
    }

    Uni<Queue> count(Instant now) {
        return pool.preparedQuery(COUNT)
                .execute()
                .chain(states -> pool.preparedQuery(WAITS)
                        .execute(Tuple.of(time(now)))
                        .map(waits -> new Queue(byState(states), waits(waits, now))));
    }

    private Uni<List<Leftover>> find(String sql, Instant limit, Function<Row, Failure> failure) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(time(limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Leftover(
                                row.getUUID("workspace_id"),
                                row.getUUID("message_id"),
                                row.getString("state"),
                                failure.apply(row)))
                        .toList());
    }

    private static Map<String, Long> byState(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getString("state"), row -> row.getLong("depth")));
    }

    private static Map<UUID, Duration> waits(RowSet<Row> rows, Instant now) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(
                        row -> row.getUUID("business_number_id"), row -> Duration.between(Times.of(row, "due"), now)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// A delivery that is to fail.
    record Leftover(UUID workspaceId, UUID messageId, String state, Failure failure) {}

    /// The queue at one moment.
    record Queue(Map<String, Long> byState, Map<UUID, Duration> waits) {}
}
