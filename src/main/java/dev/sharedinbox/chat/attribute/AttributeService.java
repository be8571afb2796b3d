package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.upkeep.Removals;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Changes the chat attributes of a workspace and tells everybody in it, in one transaction.
@ApplicationScoped
class AttributeService {

    private final Pool pool;
    private final AttributeRecords records;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final Removals removals;

    AttributeService(Pool pool, AttributeRecords records, ChangeLog log, WakeUps wakeUps, Removals removals) {
        this.pool = pool;
        this.records = records;
        this.log = log;
        this.wakeUps = wakeUps;
        this.removals = removals;
    }

    Uni<ChatAttributeView> create(Viewer viewer, CreateChatAttributeInput input) {
        viewer.require(Permission.TAG_MANAGE);
        var made = AttributeForm.made(Ids.next(), input);
        return pool.withTransaction(transaction -> records.requireRoom(transaction, viewer.workspaceId())
                        .chain(() -> records.create(transaction, viewer.workspaceId(), made))
                        .chain(() -> tell(transaction, viewer, ChangeType.ATTRIBUTE_UPDATED, made)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .replaceWith(made);
    }

    Uni<ChatAttributeView> update(Viewer viewer, UpdateChatAttributeInput input) {
        viewer.require(Permission.TAG_MANAGE);
        var id = id(input.attributeId());
        return pool.withTransaction(transaction -> records.lock(transaction, viewer.workspaceId(), id)
                        .chain(before -> change(transaction, viewer, before, AttributeForm.changed(before, input))))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()));
    }

    /// The chats' own rows are left to [Removals], so that this takes no longer when every chat has a value.
    Uni<ChatAttributeView> delete(Viewer viewer, String attributeId) {
        viewer.require(Permission.TAG_MANAGE);
        var id = id(attributeId);
        return pool.withTransaction(transaction -> records.lock(transaction, viewer.workspaceId(), id)
                        .call(() -> records.bury(transaction, viewer.workspaceId(), id))
                        .call(gone -> tell(transaction, viewer, ChangeType.ATTRIBUTE_DELETED, gone)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .invoke(removals::begin);
    }

    private Uni<ChatAttributeView> change(
            SqlClient transaction, Viewer viewer, ChatAttributeView before, ChatAttributeView after) {
        return before.equals(after)
                ? Uni.createFrom().item(after)
                : records.update(transaction, viewer.workspaceId(), after)
                        .chain(() -> tell(transaction, viewer, ChangeType.ATTRIBUTE_UPDATED, after))
                        .replaceWith(after);
    }

    private Uni<Void> tell(SqlClient transaction, Viewer viewer, ChangeType type, ChatAttributeView attribute) {
        var about = NewChange.about(type, ChatAttributes.ATTRIBUTE_ID, UUID.fromString(attribute.id()));
        return log.append(transaction, viewer.workspaceId(), List.of(about));
    }

    private static UUID id(String attributeId) {
        return Ids.parse(attributeId)
                .orElseThrow(() -> InboxException.notFound("chat attribute", "input", "attributeId"));
    }
}
