package dev.sharedinbox.space;

import dev.sharedinbox.space.share.SpaceAudience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Reads who sees spaces, many at once, for rooms that tell others about them.
@ApplicationScoped
public class SpaceAudiences {

    private final Pool pool;

    SpaceAudiences(Pool pool) {
        this.pool = pool;
    }

    /// Return who sees each of the spaces that exist.
    public Uni<Map<UUID, SpaceAudience>> of(UUID workspaceId, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : SpaceRows.audiences(pool, workspaceId, ids);
    }
}
