package dev.sharedinbox.chat.tag;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.upkeep.Removals;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Changes the tags of a workspace and tells everybody in it, in one transaction.
@ApplicationScoped
class TagService {

    /// How many tags a workspace may have.
    static final int MOST = 500;

    private final Pool pool;
    private final Tags tags;
    private final TagRows rows;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final Removals removals;

    TagService(Pool pool, Tags tags, TagRows rows, ChangeLog log, WakeUps wakeUps, Removals removals) {
        this.pool = pool;
        this.tags = tags;
        this.rows = rows;
        this.log = log;
        this.wakeUps = wakeUps;
        this.removals = removals;
    }

    Uni<TagView> create(Viewer viewer, CreateTagInput input) {
        viewer.require(Permission.TAG_MANAGE);
        var id = Ids.next();
        var values = Tuple.of(viewer.workspaceId(), id, TagText.name(input.name()))
                .addString(input.colour() == null ? null : TagText.colour(input.colour()))
                .addString(TagText.description(input.description()));
        return pool.withTransaction(transaction -> rows.requireRoom(transaction, viewer.workspaceId())
                        .chain(() -> rows.create(transaction, values))
                        .chain(() -> tell(transaction, viewer, ChangeType.TAG_UPDATED, id)))
                .chain(() -> told(viewer, id));
    }

    Uni<TagView> update(Viewer viewer, UpdateTagInput input, boolean describe) {
        viewer.require(Permission.TAG_MANAGE);
        var id = id(input.tagId());
        var values = Tuple.of(viewer.workspaceId(), id)
                .addString(input.name() == null ? null : TagText.name(input.name()))
                .addString(input.colour() == null ? null : TagText.colour(input.colour()))
                .addBoolean(describe)
                .addString(TagText.description(input.description()));
        return pool.withTransaction(transaction -> rows.update(transaction, values)
                        .chain(changed -> changed
                                ? tell(transaction, viewer, ChangeType.TAG_UPDATED, id)
                                : Uni.createFrom().voidItem()))
                .chain(() -> told(viewer, id));
    }

    /// The chats' own rows are left to [Removals], so that this takes no longer for a tag that every chat has.
    Uni<TagView> delete(Viewer viewer, String tagId) {
        viewer.require(Permission.TAG_MANAGE);
        var id = id(tagId);
        return find(viewer.workspaceId(), id)
                .call(() -> pool.withTransaction(transaction -> rows.bury(transaction, viewer.workspaceId(), id)
                        .chain(() -> tell(transaction, viewer, ChangeType.TAG_DELETED, id))))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .invoke(removals::begin);
    }

    private Uni<Void> tell(SqlClient transaction, Viewer viewer, ChangeType type, UUID id) {
        return log.append(transaction, viewer.workspaceId(), List.of(NewChange.about(type, Tags.TAG_ID, id)));
    }

    private Uni<TagView> told(Viewer viewer, UUID id) {
        wakeUps.changed(viewer.workspaceId());
        return find(viewer.workspaceId(), id);
    }

    private Uni<TagView> find(UUID workspaceId, UUID id) {
        return tags.byId(workspaceId, Set.of(id)).map(found -> {
            var tag = found.get(id);
            if (tag == null) {
                throw unknown();
            }
            return tag;
        });
    }

    private static UUID id(String tagId) {
        return Ids.parse(tagId).orElseThrow(TagService::unknown);
    }

    static InboxException unknown() {
        return InboxException.notFound("tag", "input", "tagId");
    }

    static InboxException taken() {
        return new InboxException(ErrorCode.CONFLICT, "There is a tag with this name already.", "input", "name");
    }
}
