package dev.sharedinbox.media.fetch;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/// Takes files that are due. Taking one moves its due time to the end of the lease, so that it is anybody's again when
/// its node has died; two nodes never take the same one.
@ApplicationScoped
public class FetchClaims {

    /// Imports of old chats wait until nothing new does: a customer who just wrote is looked at now.
    private static final String TAKE = """
            with due as materialized (
                select workspace_id, id from attachment
                where state = 'PENDING' and next_attempt_at <= $1
                order by imported, next_attempt_at limit $2 for update skip locked),
            claimed as (
                update attachment a set attempts = a.attempts + 1, next_attempt_at = $3
                from due where a.workspace_id = due.workspace_id and a.id = due.id
                returning a.*)
            select c.workspace_id, c.id, c.message_id, c.provider_media_id, c.provider_url, c.sha256, c.attempts,
                c.received_at, m.chat_id, m.business_number_id
            from claimed c join message m on m.workspace_id = c.workspace_id and m.id = c.message_id
            """;

    private final Pool pool;

    FetchClaims(Pool pool) {
        this.pool = pool;
    }

    /// Take up to `limit` due files, those that came live before those that were imported.
    public Uni<List<FetchClaim>> take(int limit, Instant now, Duration lease) {
        var values =
                Tuple.of(now.atOffset(ZoneOffset.UTC), limit, now.plus(lease).atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(TAKE)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(FetchClaims::claim)
                        .toList());
    }

    private static FetchClaim claim(Row row) {
        var wanted = new WantedFile(
                row.getUUID("workspace_id"),
                row.getUUID("business_number_id"),
                row.getString("provider_media_id"),
                row.getString("provider_url"),
                row.getString("sha256"));
        return new FetchClaim(
                wanted,
                row.getUUID("id"),
                row.getUUID("chat_id"),
                row.getUUID("message_id"),
                row.getInteger("attempts"),
                Times.of(row, "received_at"));
    }
}
