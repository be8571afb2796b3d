package dev.sharedinbox.space.share;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Reads with whom a client wants to share a space, and writes it.
public final class Shares {

    static final int MOST = 50;

    private static final String REMOVE = "delete from space_share where workspace_id = $1 and space_id = $2";
    private static final String ADD = """
            insert into space_share (workspace_id, space_id, place, user_id, team_id, role_id, everyone, may_edit)
            select $1, $2, wanted.place, person.id, team.id, role.id, wanted.kind = 'EVERYONE', wanted.may_edit
            from unnest($3::text[], $4::uuid[], $5::boolean[]) with ordinality
                    as wanted (kind, target, may_edit, place)
                left join workspace_user person
                    on wanted.kind = 'USER' and person.workspace_id = $1 and person.id = wanted.target
                left join team on wanted.kind = 'TEAM' and team.workspace_id = $1 and team.id = wanted.target
                left join role on wanted.kind = 'ROLE' and role.workspace_id = $1 and role.id = wanted.target
            where wanted.kind = 'EVERYONE' or coalesce(person.id, team.id, role.id) is not null
            """;

    private Shares() {}

    /// Read with whom a client wants to share a space.
    ///
    /// @throws InboxException `INVALID_INPUT` when there are too many, one twice, or one without what it needs
    public static List<Share> read(List<SpaceShareInput> inputs) {
        if (inputs.size() > MOST) {
            throw InboxException.invalid("A space has at most " + MOST + " shares.", "input", "shares");
        }
        var shares = IntStream.range(0, inputs.size())
                .mapToObj(place -> read(inputs.get(place), Integer.toString(place)))
                .toList();
        var targets = shares.stream()
                .map(share -> share.kind() + " " + share.targetId())
                .distinct()
                .count();
        if (targets < shares.size()) {
            throw InboxException.invalid("Name each target once.", "input", "shares");
        }
        return shares;
    }

    private static Share read(SpaceShareInput input, String place) {
        var target = input.targetId();
        if ((input.kind() == SpaceShareKind.EVERYONE) != (target == null)) {
            throw InboxException.invalid(
                    "USER, TEAM and ROLE need a targetId, EVERYONE has none.", "input", "shares", place, "targetId");
        }
        return new Share(
                input.kind(),
                target == null ? null : Ids.parse(target).orElseThrow(Shares::noTarget),
                null,
                input.mayEdit());
    }

    /// Share a space with these and no others; fails with `NOT_FOUND` when one does not exist.
    public static Uni<Void> replace(SqlClient transaction, UUID workspaceId, UUID space, List<Share> shares) {
        var values = Tuple.of(workspaceId, space)
                .addArrayOfString(
                        shares.stream().map(share -> share.kind().name()).toArray(String[]::new))
                .addArrayOfUUID(shares.stream().map(Share::targetId).toArray(UUID[]::new))
                .addArrayOfBoolean(shares.stream().map(Share::mayEdit).toArray(Boolean[]::new));
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(workspaceId, space))
                .chain(() -> transaction.preparedQuery(ADD).execute(values))
                .invoke(added -> {
                    if (added.rowCount() < shares.size()) {
                        throw noTarget();
                    }
                })
                .replaceWithVoid();
    }

    private static InboxException noTarget() {
        return InboxException.notFound("user, team or role", "input", "shares");
    }
}
