package dev.sharedinbox.team;

import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Reads the people, teams and roles of a workspace.
@ApplicationScoped
class Colleagues {

    private static final String USERS = """
            select id, name, email, active, availability from workspace_user where workspace_id = $1 order by name, id
            """;
    private static final String TEAMS = "select id, name from team where workspace_id = $1 order by name";
    private static final String ROLES = """
            select id as role_id, name as role_name, permissions, chat_access from role
            where workspace_id = $1 order by name
            """;
    private static final String PROFILE = """
            select member.id, member.name, member.email, member.active, member.availability, workspace.name as workspace_name,
                role.id as role_id, role.name as role_name, role.permissions, role.chat_access
            from workspace_user member
                join workspace on workspace.id = member.workspace_id
                join role on role.workspace_id = member.workspace_id and role.id = member.role_id
            where member.workspace_id = $1 and member.id = $2
            """;

    private final Pool pool;

    Colleagues(Pool pool) {
        this.pool = pool;
    }

    Uni<List<UserView>> users(UUID workspaceId) {
        return all(USERS, workspaceId, Colleagues::user);
    }

    Uni<List<TeamView>> teams(UUID workspaceId) {
        return all(TEAMS, workspaceId, row -> new TeamView(id(row, "id"), row.getString("name")));
    }

    Uni<List<RoleView>> roles(UUID workspaceId) {
        return all(ROLES, workspaceId, Colleagues::role);
    }

    /// The viewer as they see themselves, at this cursor of the change log.
    Uni<ViewerView> profile(Viewer viewer, String cursor) {
        return pool.preparedQuery(PROFILE)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId()))
                .map(rows -> profile(rows.iterator().next(), viewer, cursor));
    }

    private <T> Uni<List<T>> all(String query, UUID workspaceId, Function<Row, T> view) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(workspaceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(view)
                        .toList());
    }

    private static ViewerView profile(Row row, Viewer viewer, String cursor) {
        var role = role(row);
        return new ViewerView(
                user(row),
                role,
                role.permissions(),
                new AccessView(role.chatAccess()),
                new WorkspaceView(viewer.workspaceId().toString(), row.getString("workspace_name")),
                viewer.zone().getId(),
                cursor);
    }

    static UserView user(Row row) {
        return new UserView(
                id(row, "id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                Availability.valueOf(row.getString("availability")));
    }

    private static RoleView role(Row row) {
        return new RoleView(
                id(row, "role_id"),
                row.getString("role_name"),
                Permission.known(row.getArrayOfStrings("permissions")).stream()
                        .sorted()
                        .toList(),
                ChatAccess.valueOf(row.getString("chat_access")));
    }

    private static String id(Row row, String column) {
        return row.getUUID(column).toString();
    }
}
