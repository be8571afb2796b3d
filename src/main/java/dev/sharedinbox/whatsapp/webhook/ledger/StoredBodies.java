package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.platform.sql.Times;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Reads bodies back from the ledger, oldest first and a few megabytes at a time, however many are wanted.
@ApplicationScoped
public class StoredBodies {

    private static final int MOST_BODIES = 100;
    private static final long MOST_BYTES = 8 << 20;
    private static final String SIZES = """
            select id, octet_length(body) as bytes from webhook_delivery where workspace_id = $1 and id = any($2)
            order by received_at, id
            """;
    private static final String BODIES = """
            select id, plugin_id, received_at, body from webhook_delivery where workspace_id = $1 and id = any($2)
            order by received_at, id
            """;

    private final Pool pool;

    StoredBodies(Pool pool) {
        this.pool = pool;
    }

    /// The bodies that are still there, in chunks that are read one after the other.
    public Multi<List<StoredBody>> read(UUID workspaceId, Collection<UUID> ids) {
        return pool.preparedQuery(SIZES)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(chunks(rows)))
                .onItem()
                .transformToUniAndConcatenate(chunk -> bodies(workspaceId, chunk));
    }

    private static List<List<UUID>> chunks(RowSet<Row> rows) {
        var chunks = new ArrayList<List<UUID>>();
        var chunk = new ArrayList<UUID>();
        var bytes = 0L;
        for (var row : rows) {
            var size = row.getInteger("bytes");
            if (!chunk.isEmpty() && (chunk.size() == MOST_BODIES || bytes + size > MOST_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(row.getUUID("id"));
            bytes += size;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private Uni<List<StoredBody>> bodies(UUID workspaceId, List<UUID> ids) {
        return pool.preparedQuery(BODIES)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredBodies::body)
                        .toList());
    }

    private static StoredBody body(Row row) {
        return new StoredBody(
                row.getUUID("id"),
                row.getUUID("plugin_id"),
                Times.of(row, "received_at"),
                row.get(Buffer.class, "body"));
    }
}
