package dev.sharedinbox.team;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps who is available, and tells the workspace when that changes.
@ApplicationScoped
class Availabilities {

    private static final String SET = """
            update workspace_user set availability = $3 where workspace_id = $1 and id = $2 and availability <> $3
            """;

    private final Pool pool;
    private final People people;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    Availabilities(Pool pool, People people, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.people = people;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Set the viewer's availability; saying what is so already is no change.
    Uni<UserView> set(Viewer viewer, Availability availability) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(SET)
                        .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), availability.name()))
                        .chain(updated ->
                                updated.rowCount() == 0 ? Uni.createFrom().voidItem() : append(transaction, viewer)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .chain(() -> find(viewer.workspaceId(), viewer.userId()));
    }

    private Uni<Void> append(SqlClient transaction, Viewer viewer) {
        return log.append(
                transaction,
                viewer.workspaceId(),
                List.of(NewChange.about(ChangeType.USER_UPDATED, People.USER_ID, viewer.userId())));
    }

    private Uni<UserView> find(UUID workspaceId, UUID userId) {
        return people.byId(workspaceId, Set.of(userId))
                .map(found ->
                        Optional.ofNullable(found.get(userId)).orElseThrow(() -> InboxException.notFound("user")));
    }
}
