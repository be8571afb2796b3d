package dev.sharedinbox.delivery;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Takes due deliveries out of the queue. One statement marks them, counts the attempt and writes its row, so
/// that the attempt is on disk before the carrier is called. Two nodes never take the same row.
@ApplicationScoped
class Claims {

    /// Each business number is a lane with its own allowance, and lanes share the free places evenly, so that
    /// no backlog stands before another number's messages. Within a chat only the first unsettled row may go;
    /// an unknown one does not hold up those behind it.
    private static final String CLAIM = """
            with recursive lane as (
                (select business_number_id as id from delivery where state = 'READY'
                    order by business_number_id limit 1)
                union all
                select (select business_number_id from delivery
                    where state = 'READY' and business_number_id > lane.id order by business_number_id limit 1)
                from lane where lane.id is not null),
            open as (
                select lane.id, coalesce(known.allowance, $3) as allowance
                from lane left join unnest($1::uuid[], $2::int[]) as known (id, allowance) on known.id = lane.id
                where lane.id is not null and coalesce(known.allowance, $3) > 0),
            head as materialized (
                select first.* from open, lateral (
                    select d.workspace_id, d.message_id, d.due_at, d.place from delivery d
                    where d.state = 'READY' and d.business_number_id = open.id and d.due_at <= $4
                        and not exists (select from delivery before
                            where before.workspace_id = d.workspace_id and before.chat_id = d.chat_id
                                and before.place < d.place and before.state <> 'UNKNOWN')
                    order by d.due_at, d.place
                    limit least(open.allowance, (select greatest(1, $5 / count(*)) from open))
                    for update skip locked) first),
            claimed as (
                update delivery d
                set state = 'CALLING', claimed_by = $6, claimed_at = $4, attempts = d.attempts + 1
                from (select workspace_id, message_id from head order by due_at, place limit $5) h
                where d.workspace_id = h.workspace_id and d.message_id = h.message_id
                returning d.*),
            begun as (
                insert into delivery_attempt (workspace_id, message_id, attempt, started_at)
                select c.workspace_id, c.message_id,
                    (select coalesce(max(a.attempt), 0) + 1 from delivery_attempt a
                        where a.workspace_id = c.workspace_id and a.message_id = c.message_id), $4
                from claimed c
                returning workspace_id, message_id, attempt)
            select c.workspace_id, c.message_id, c.chat_id, c.business_number_id, c.attempts, c.enqueued_at, b.attempt
            from claimed c join begun b on b.workspace_id = c.workspace_id and b.message_id = c.message_id
            order by c.due_at, c.place
            """;

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    /// Take up to `limit` due deliveries for a node.
    ///
    /// @param allowances how many to take at most from each number that the node knows
    /// @param allowance how many to take at most from any other number
    Uni<List<Claim>> take(UUID node, Map<UUID, Integer> allowances, int allowance, int limit, Instant now) {
        var numbers = List.copyOf(allowances.keySet());
        var values = Tuple.tuple()
                .addArrayOfUUID(numbers.toArray(UUID[]::new))
                .addArrayOfInteger(numbers.stream().map(allowances::get).toArray(Integer[]::new))
                .addInteger(allowance)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addInteger(limit)
                .addUUID(node);
        return pool.preparedQuery(CLAIM)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> claim(row, node))
                        .toList());
    }

    private static Claim claim(Row row, UUID node) {
        var delivery = new OutgoingDelivery(
                row.getUUID("workspace_id"),
                row.getUUID("message_id"),
                row.getUUID("chat_id"),
                row.getUUID("business_number_id"));
        return new Claim(
                delivery, node, row.getInteger("attempt"), row.getInteger("attempts"), Times.of(row, "enqueued_at"));
    }
}
