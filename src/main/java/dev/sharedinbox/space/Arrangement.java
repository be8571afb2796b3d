package dev.sharedinbox.space;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Keeps how each viewer arranged the spaces they see. It concerns nobody else, so nobody else is told.
@ApplicationScoped
public class Arrangement {

    /// How many spaces a viewer keeps in sight at most.
    public static final int MOST_PINNED = 20;

    /// Arrangements of one viewer come one after the other.
    private static final String LOCK =
            "select 1 from workspace_user where workspace_id = $1 and id = $2 for no key update";
    private static final String REMOVE = "delete from space_arrangement where workspace_id = $1 and user_id = $2";
    private static final String ADD = """
            insert into space_arrangement (workspace_id, user_id, space_id, place, pinned, is_default)
            select $1, $2, space_id, place, space_id = any($4), space_id is not distinct from $5
            from unnest($3::uuid[]) with ordinality as arranged (space_id, place)
                join space on space.workspace_id = $1 and space.id = space_id
            for key share of space
            """;

    private final Pool pool;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    Arrangement(Pool pool, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Arrange the viewer's spaces anew: these first, the others after them by label.
    ///
    /// @return fails with `NOT_FOUND` when the viewer does not see one of them, with `INVALID_INPUT` when one is
    ///     named twice, too many are pinned, or one is pinned or the default but not in the order
    Uni<Void> replace(Viewer viewer, ArrangeSpacesInput input) {
        var order = ids(input.order(), "order");
        var pinned = ids(input.pinned(), "pinned");
        var preferred = input.defaultSpaceId();
        var chosen = preferred == null ? List.<UUID>of() : List.of(id(preferred, "defaultSpaceId"));
        requireLimits(order, pinned);
        require(order.containsAll(pinned), "Name pinned spaces in the order, too.", "pinned");
        require(order.containsAll(chosen), "Name the default space in the order, too.", "defaultSpaceId");
        return pool.withTransaction(transaction -> requireSeen(transaction, viewer, order)
                        .chain(() -> transaction
                                .preparedQuery(LOCK)
                                .execute(Tuple.of(viewer.workspaceId(), viewer.userId())))
                        .chain(() -> transaction
                                .preparedQuery(REMOVE)
                                .execute(Tuple.of(viewer.workspaceId(), viewer.userId())))
                        .chain(() -> transaction
                                .preparedQuery(ADD)
                                .execute(Tuple.of(viewer.workspaceId(), viewer.userId())
                                        .addArrayOfUUID(order.toArray(UUID[]::new))
                                        .addArrayOfUUID(pinned.toArray(UUID[]::new))
                                        .addUUID(chosen.isEmpty() ? null : chosen.getFirst())))
                        .chain(() -> log.append(transaction, viewer.workspaceId(), SpaceChanges.arranged(viewer))))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()));
    }

    private static Uni<Void> requireSeen(SqlClient transaction, Viewer viewer, List<UUID> order) {
        return SpaceRows.seenBy(transaction, viewer, order)
                .invoke(seen -> {
                    if (seen.size() < order.size()) {
                        throw InboxException.notFound("space", "input", "order");
                    }
                })
                .replaceWithVoid();
    }

    private static void requireLimits(List<UUID> order, List<UUID> pinned) {
        require(order.size() <= SpaceRows.MOST, "Arrange at most " + SpaceRows.MOST + " spaces.", "order");
        require(new HashSet<>(order).size() == order.size(), "Name each space once.", "order");
        require(pinned.size() <= MOST_PINNED, "Pin at most " + MOST_PINNED + " spaces.", "pinned");
    }

    private static void require(boolean holds, String message, String field) {
        if (!holds) {
            throw InboxException.invalid(message, "input", field);
        }
    }

    private static List<UUID> ids(List<String> ids, String field) {
        return ids.stream().map(id -> id(id, field)).toList();
    }

    private static UUID id(String id, String field) {
        return Ids.parse(id).orElseThrow(() -> InboxException.notFound("space", "input", field));
    }
}
