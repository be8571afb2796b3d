package dev.sharedinbox.team;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.access.Zones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps in which time zone somebody is, which decides when their days begin.
@ApplicationScoped
class TimeZones {

    private static final String SET = """
            update workspace_user set time_zone = $3
            where workspace_id = $1 and id = $2 and time_zone is distinct from $3
            """;

    private final Pool pool;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    TimeZones(Pool pool, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Set the viewer's zone; saying what is so already is no change. Whatever they have open that speaks of
    /// days must be loaded anew, as after a change of their access.
    ///
    /// @param name the zone's IANA name; null for that of the workspace
    /// @return fails with `TIME_ZONE_UNKNOWN`
    Uni<Void> set(Viewer viewer, @Nullable String name) {
        if (name != null && Zones.named(name).isEmpty()) {
            throw new InboxException(
                    ErrorCode.TIME_ZONE_UNKNOWN,
                    "There is no such time zone. Expected an IANA name such as Europe/Berlin, or UTC.",
                    "input",
                    "timeZone");
        }
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(SET)
                        .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), name))
                        .chain(updated ->
                                updated.rowCount() == 0 ? Uni.createFrom().voidItem() : append(transaction, viewer)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()));
    }

    private Uni<Void> append(SqlClient transaction, Viewer viewer) {
        return log.append(
                transaction, viewer.workspaceId(), List.of(NewChange.user(ChangeType.ACCESS_CHANGED, viewer.userId())));
    }
}
