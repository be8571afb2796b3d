package dev.sharedinbox.channel;

import dev.sharedinbox.platform.Secrets;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Finds the credentials of a business number. They are read for each call, so that new ones hold at once.
@ApplicationScoped
public class GraphAccesses {

    private static final String READ = """
            select number.provider_number_id, plugin.access_token from business_number number
            join plugin on plugin.workspace_id = number.workspace_id and plugin.id = number.plugin_id
            where number.workspace_id = $1 and number.id = $2
            """;

    private final Pool pool;
    private final Secrets secrets;

    GraphAccesses(Pool pool, Secrets secrets) {
        this.pool = pool;
        this.secrets = secrets;
    }

    public Uni<GraphAccess> graphAccess(UUID workspaceId, UUID businessNumberId) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(workspaceId, businessNumberId))
                .map(rows -> access(rows.iterator().next()));
    }

    private GraphAccess access(Row row) {
        var token = row.get(Buffer.class, "access_token").getBytes();
        return new GraphAccess(row.getString("provider_number_id"), secrets.decrypt(token));
    }
}
