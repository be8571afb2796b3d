package dev.sharedinbox.space;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.list.ChatCatalogues;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.space.share.Share;
import dev.sharedinbox.space.share.Shares;
import dev.sharedinbox.space.share.SpaceAudience;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Makes, edits and deletes spaces, and tells those who see them, in one transaction each.
@ApplicationScoped
class SpaceService {

    /// How many spaces a user may own.
    static final int MOST_OWNED = 200;

    /// Spaces of one owner are made one after the other, so that nobody gets more than the limit.
    private static final String LOCK_OWNER =
            "select 1 from workspace_user where workspace_id = $1 and id = $2 for no key update";
    private static final String CREATE = """
            insert into space (workspace_id, id, owner_id, label, filter, search, sort)
            select $1, $2, $3, $4, $5, $6, $7
            where (select count(*) from (
                select 1 from space where workspace_id = $1 and owner_id = $3 limit $8) owned) < $8
            """;
    private static final String UPDATE = """
            update space set label = $4, filter = $5, search = $6, sort = $7, version = version + 1
            where workspace_id = $1 and id = $2 and version = $3
            """;
    private static final String DELETE = "delete from space where workspace_id = $1 and id = $2";

    private final Pool pool;
    private final ChatCatalogues catalogues;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    SpaceService(Pool pool, ChatCatalogues catalogues, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.catalogues = catalogues;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Make a space of the viewer's own; fails with `INVALID_INPUT` when they have too many.
    Uni<UUID> create(Viewer viewer, SpaceDraft draft, List<Share> shares) {
        var id = Ids.next();
        var values = Tuple.of(viewer.workspaceId(), id, viewer.userId());
        return catalogues
                .of(viewer.workspaceId())
                .invoke(catalogue -> draft.check(viewer, catalogue))
                .chain(() -> change(
                        viewer,
                        transaction -> transaction
                                .preparedQuery(LOCK_OWNER)
                                .execute(Tuple.of(viewer.workspaceId(), viewer.userId()))
                                .chain(() -> transaction
                                        .preparedQuery(CREATE)
                                        .execute(with(values, draft).addInteger(MOST_OWNED)))
                                .invoke(made -> {
                                    if (made.rowCount() == 0) {
                                        throw InboxException.invalid(
                                                "You own " + MOST_OWNED + " spaces; delete some first.");
                                    }
                                })
                                .chain(() -> Shares.replace(transaction, viewer.workspaceId(), id, shares))
                                .map(_ -> SpaceChanges.made(id))))
                .replaceWith(id);
    }

    /// Edit a space that nobody edited since `expectedVersion`, else fail with `CONFLICT`.
    ///
    /// @param shares with whom to share it from now on; empty to leave that as it is
    Uni<UUID> update(
            Viewer viewer,
            String spaceId,
            int expectedVersion,
            UnaryOperator<SpaceDraft> edit,
            Optional<List<Share>> shares) {
        var id = id(spaceId);
        return catalogues
                .of(viewer.workspaceId())
                .chain(catalogue -> change(
                        viewer,
                        transaction -> SpaceRows.lock(transaction, viewer, id)
                                .map(found -> editable(viewer, found, shares.isPresent()))
                                .invoke(space -> requireVersion(space, expectedVersion))
                                .invoke(space -> edit.apply(space.content()).check(viewer, catalogue))
                                .chain(space -> update(transaction, viewer, space, edit, shares))))
                .replaceWith(id);
    }

    /// Delete a space for everybody.
    Uni<UUID> delete(Viewer viewer, String spaceId) {
        var id = id(spaceId);
        return change(
                        viewer,
                        transaction -> SpaceRows.lock(transaction, viewer, id)
                                .map(found -> editable(viewer, found, true))
                                .call(() ->
                                        transaction.preparedQuery(DELETE).execute(Tuple.of(viewer.workspaceId(), id)))
                                .map(SpaceChanges::gone))
                .replaceWith(id);
    }

    private Uni<List<NewChange>> update(
            SqlClient transaction,
            Viewer viewer,
            Space space,
            UnaryOperator<SpaceDraft> edit,
            Optional<List<Share>> shares) {
        var draft = edit.apply(space.content());
        var audience = new SpaceAudience(
                space.audience().ownerId(), shares.orElse(space.audience().shares()));
        var values = Tuple.of(viewer.workspaceId(), space.id(), space.version());
        return transaction
                .preparedQuery(UPDATE)
                .execute(with(values, draft))
                .call(() -> shares.map(wanted -> Shares.replace(transaction, viewer.workspaceId(), space.id(), wanted))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(_ -> SpaceChanges.edited(space, !draft.listsLike(space.content()), audience));
    }

    private Uni<Void> change(Viewer viewer, Function<SqlClient, Uni<List<NewChange>>> work) {
        return pool.withTransaction(transaction -> work.apply(transaction)
                        .chain(changes -> log.append(transaction, viewer.workspaceId(), changes)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()));
    }

    private static Space editable(Viewer viewer, Optional<Space> found, boolean shares) {
        var space = found.orElseThrow(SpaceService::notFound);
        if (shares ? !space.mayShare(viewer) : !space.mayEdit(viewer)) {
            throw new InboxException(
                    ErrorCode.FORBIDDEN,
                    shares
                            ? "Only its owner and administrators may share or delete a space."
                            : "This space is shared with you to use, not to edit.",
                    "input",
                    "spaceId");
        }
        return space;
    }

    private static void requireVersion(Space space, int expected) {
        if (space.version() != expected) {
            throw new InboxException(
                    ErrorCode.CONFLICT,
                    "Somebody edited the space meanwhile: it has version " + space.version() + ".",
                    "input",
                    "expectedVersion");
        }
    }

    private static Tuple with(Tuple values, SpaceDraft draft) {
        return values.addString(draft.label())
                .addValue(draft.filter().toJson())
                .addString(draft.search())
                .addString(draft.sort().name());
    }

    private static UUID id(String id) {
        return Ids.parse(id).orElseThrow(SpaceService::notFound);
    }

    private static InboxException notFound() {
        return InboxException.notFound("space", "input", "spaceId");
    }
}
