package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.SavedFilter;
import dev.sharedinbox.chat.list.SavedFilters;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The spaces that viewers see.
@ApplicationScoped
public class Spaces implements SavedFilters {

    private final Pool pool;

    Spaces(Pool pool) {
        this.pool = pool;
    }

    /// Those the viewer sees.
    Uni<List<Space>> seenBy(Viewer viewer) {
        return SpaceRows.seenBy(pool, viewer);
    }

    /// Those the viewer keeps in sight, in their order.
    public Uni<List<Space>> pinnedBy(Viewer viewer) {
        return SpaceRows.pinnedBy(pool, viewer);
    }

    /// Those of these spaces that the viewer sees.
    public Uni<List<Space>> seenBy(Viewer viewer, Collection<UUID> ids) {
        return SpaceRows.seenBy(pool, viewer, ids);
    }

    /// Fails with `NOT_FOUND` when there is none, or none that the viewer sees.
    public Uni<Space> seenBy(Viewer viewer, String id, String... path) {
        return Ids.parse(id)
                .map(space -> seenBy(viewer, List.of(space)))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> found.stream().findFirst().orElseThrow(() -> InboxException.notFound("space", path)));
    }

    @Override
    public Uni<SavedFilter> find(Viewer viewer, String spaceId) {
        return seenBy(viewer, spaceId, "spaceId").map(Space::saved);
    }
}
