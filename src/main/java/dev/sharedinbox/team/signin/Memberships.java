package dev.sharedinbox.team.signin;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Seen;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.access.Zones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who belongs to which workspace, in which role.
@ApplicationScoped
class Memberships {

    private static final String SELECT = """
            select member.workspace_id, workspace.access_version, member.id, member.role_id, role.permissions,
                role.chat_access, role.all_inboxes,
                coalesce(member.time_zone, workspace.time_zone) as time_zone,
                array(select inbox_id from role_inbox
                    where role_inbox.workspace_id = member.workspace_id and role_inbox.role_id = member.role_id) as inboxes,
                array(select team_id from team_user
                    where team_user.workspace_id = member.workspace_id and team_user.user_id = member.id) as teams
            from workspace_user member
                join workspace on workspace.id = member.workspace_id
                join role on role.workspace_id = member.workspace_id and role.id = member.role_id
            """;
    private static final String FIND = SELECT + """
            where member.subject = $1 and member.active and ($2::uuid is null or member.workspace_id = $2)
            order by member.created_at, member.workspace_id limit 1
            """;
    private static final String MEMBER =
            SELECT + " where member.workspace_id = $1 and member.id = $2 and member.active";
    private static final String JOIN = """
            insert into workspace_user (workspace_id, id, subject, name, email, role_id)
            select id, $1, $2, $3, $4, auto_join_role_id from workspace
            where auto_join_domain = $5 and ($6::uuid is null or id = $6)
            order by created_at, id limit 1
            on conflict (workspace_id, subject) do nothing
            """;

    private final Pool pool;

    Memberships(Pool pool) {
        this.pool = pool;
    }

    /// The viewer this person is in the workspace they chose, else in the one they joined first. Somebody unknown joins
    /// a workspace that takes in their e-mail domain.
    Uni<Seen<Viewer>> viewer(SignedIn who) {
        return find(who).chain(found -> found.isPresent() ? viewer(found) : joinAndFind(who));
    }

    /// The viewer that a user of a workspace is; empty when they have left it.
    Uni<Optional<Viewer>> member(UUID workspaceId, UUID userId) {
        return pool.preparedQuery(MEMBER)
                .execute(Tuple.of(workspaceId, userId))
                .map(rows -> first(rows).map(Seen::value));
    }

    private Uni<Seen<Viewer>> joinAndFind(SignedIn who) {
        if (who.emailDomain().isEmpty()) {
            return viewer(Optional.empty());
        }
        var values = Tuple.of(Ids.next(), who.subject(), who.name(), who.email().orElseThrow())
                .addString(who.emailDomain().orElseThrow())
                .addUUID(who.workspaceId().orElse(null));
        return pool.preparedQuery(JOIN).execute(values).chain(() -> find(who)).chain(Memberships::viewer);
    }

    private Uni<Optional<Seen<Viewer>>> find(SignedIn who) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(who.subject(), who.workspaceId().orElse(null)))
                .map(Memberships::first);
    }

    private static Uni<Seen<Viewer>> viewer(Optional<Seen<Viewer>> found) {
        return found.map(viewer -> Uni.createFrom().item(viewer))
                .orElseGet(() -> Uni.createFrom().failure(SignedIn.unknown()));
    }

    private static Optional<Seen<Viewer>> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(seen(iterator.next())) : Optional.empty();
    }

    private static Seen<Viewer> seen(Row row) {
        var userId = row.getUUID("id");
        var inboxes = row.getBoolean("all_inboxes")
                ? Optional.<Set<UUID>>empty()
                : Optional.of(Set.of(row.getArrayOfUUIDs("inboxes")));
        var access = ChatAccess.valueOf(row.getString("chat_access"));
        var scope = new AccessScope(access, inboxes, userId, Set.of(row.getArrayOfUUIDs("teams")));
        var permissions = Permission.known(row.getArrayOfStrings("permissions"));
        // A zone that this node's tables do not know must not shut anybody out.
        var zone = Zones.named(row.getString("time_zone")).orElse(ZoneId.of("UTC"));
        var viewer = new Viewer(row.getUUID("workspace_id"), userId, row.getUUID("role_id"), permissions, scope, zone);
        return new Seen<>(viewer, row.getLong("access_version"));
    }
}
