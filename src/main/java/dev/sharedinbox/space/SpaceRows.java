package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.space.share.SpaceAudience;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads spaces, on a connection of the caller's choice.
final class SpaceRows {

    /// How many spaces a viewer is given; the first in their order.
    static final int MOST = 1_000;

    private static final String SHARES = """
            coalesce((
                select jsonb_agg(jsonb_build_object(
                    'kind', case when share.everyone then 'EVERYONE' when share.user_id is not null then 'USER'
                        when share.team_id is not null then 'TEAM' else 'ROLE' end,
                    'targetId', coalesce(share.user_id, share.team_id, share.role_id),
                    'name', coalesce(person.name, team.name, role.name),
                    'mayEdit', share.may_edit) order by share.place)
                from space_share share
                left join workspace_user person
                    on person.workspace_id = share.workspace_id and person.id = share.user_id
                left join team on team.workspace_id = share.workspace_id and team.id = share.team_id
                left join role on role.workspace_id = share.workspace_id and role.id = share.role_id
                where share.workspace_id = space.workspace_id and share.space_id = space.id), '[]'::jsonb) as shares
            """;
    private static final String SELECT = """
            select space.id, space.label, space.filter, space.search, space.sort, space.owner_id, space.version,
                coalesce(arranged.pinned, false) as pinned, coalesce(arranged.is_default, false) as is_default,
            """ + SHARES;
    private static final String ARRANGED = """
            left join space_arrangement arranged on arranged.workspace_id = space.workspace_id
                and arranged.user_id = $2 and arranged.space_id = space.id
            """;
    private static final String SEEN =
            """
            with seen as (
                select id from space where workspace_id = $1 and owner_id = $2
                union select space_id from space_share where workspace_id = $1 and user_id = $2
                union select space_id from space_share where workspace_id = $1 and team_id = any($3)
                union select space_id from space_share where workspace_id = $1 and role_id = $4
                union select space_id from space_share where workspace_id = $1 and everyone)
            """ + SELECT + "from seen join space on space.workspace_id = $1 and space.id = seen.id\n" + ARRANGED
                    + "order by arranged.place nulls last, lower(space.label), space.id limit " + MOST;
    private static final String BY_ID =
            SELECT + "from space\n" + ARRANGED + "where space.workspace_id = $1 and space.id = any($3)";
    private static final String PINNED = SELECT + "from space\n" + ARRANGED
            + "where space.workspace_id = $1 and arranged.pinned order by arranged.place";
    private static final String LOCK = "select 1 from space where workspace_id = $1 and id = $2 for no key update";
    private static final String AUDIENCES = "select space.id, space.owner_id, " + SHARES
            + "from space where space.workspace_id = $1 and space.id = any($2)";

    private SpaceRows() {}

    /// The spaces a viewer sees, in their order.
    static Uni<List<Space>> seenBy(SqlClient client, Viewer viewer) {
        var teams = viewer.scope().teams().toArray(UUID[]::new);
        return client.preparedQuery(SEEN)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), teams, viewer.roleId()))
                .map(SpaceRows::spaces);
    }

    /// The spaces that a viewer keeps in sight, in their order, as far as they see them.
    static Uni<List<Space>> pinnedBy(SqlClient client, Viewer viewer) {
        return client.preparedQuery(PINNED)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId()))
                .map(rows -> visible(rows, viewer));
    }

    /// Those of the spaces that the viewer sees.
    static Uni<List<Space>> seenBy(SqlClient client, Viewer viewer, Collection<UUID> ids) {
        return client.preparedQuery(BY_ID)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), ids.toArray(UUID[]::new)))
                .map(rows -> visible(rows, viewer));
    }

    /// The space, which nobody else changes until the transaction ends; empty when the viewer does not see it.
    static Uni<Optional<Space>> lock(SqlClient transaction, Viewer viewer, UUID id) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(viewer.workspaceId(), id))
                .chain(() -> seenBy(transaction, viewer, List.of(id)))
                .map(found -> found.stream().findFirst());
    }

    static Uni<Map<UUID, SpaceAudience>> audiences(SqlClient client, UUID workspaceId, Collection<UUID> ids) {
        return client.preparedQuery(AUDIENCES)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), SpaceRows::audience)));
    }

    private static List<Space> visible(RowSet<Row> rows, Viewer viewer) {
        return spaces(rows).stream().filter(space -> space.isVisibleTo(viewer)).toList();
    }

    private static List<Space> spaces(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SpaceRows::space)
                .toList();
    }

    private static Space space(Row row) {
        var content = new SpaceDraft(
                row.getString("label"),
                Filter.of(row.getJsonObject("filter")),
                row.getString("search"),
                ChatSort.valueOf(row.getString("sort")));
        return new Space(
                row.getUUID("id"),
                content,
                audience(row),
                row.getInteger("version"),
                row.getBoolean("pinned"),
                row.getBoolean("is_default"));
    }

    private static SpaceAudience audience(Row row) {
        return new SpaceAudience(row.getUUID("owner_id"), SpaceAudience.shares(row.getJsonArray("shares")));
    }
}
