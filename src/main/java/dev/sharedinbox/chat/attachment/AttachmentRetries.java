package dev.sharedinbox.chat.attachment;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.ChatLocks;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gives files that could not be fetched another try at once; where the trouble passes in time, more follow by
/// themselves. Tries are counted on, so that one which is still under way somewhere settles nothing.
@ApplicationScoped
class AttachmentRetries {

    private static final String PLACE = """
            select m.id, m.chat_id from attachment a
            join message m on m.workspace_id = a.workspace_id and m.id = a.message_id
            where a.workspace_id = $1 and a.id = $2 and m.revoked_at is null
            """;
    private static final String AGAIN = """
            update attachment set state = 'PENDING', failure = null, next_attempt_at = $3
            where workspace_id = $1 and id = $2 and state = 'FAILED'
            """;

    private final Pool pool;
    private final Clock clock;
    private final ChatLocks locks;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final ChatReader reader;

    AttachmentRetries(Pool pool, Clock clock, ChatLocks locks, ChangeLog log, WakeUps wakeUps, ChatReader reader) {
        this.pool = pool;
        this.clock = clock;
        this.locks = locks;
        this.log = log;
        this.wakeUps = wakeUps;
        this.reader = reader;
    }

    /// Return the message of the file; `NOT_FOUND` when there is none that the viewer may see.
    Uni<MessageView> retry(Viewer viewer, String attachmentId) {
        viewer.require(Permission.CHAT_EDIT);
        var id = Ids.parse(attachmentId).orElseThrow(AttachmentRetries::noAttachment);
        return pool.withTransaction(transaction -> place(transaction, viewer, id)
                        .call(place -> locks.lock(transaction, viewer, place.chatId())
                                .onFailure(InboxException.class)
                                .transform(_ -> noAttachment()))
                        .call(place -> again(transaction, viewer.workspaceId(), id, place)))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .chain(place -> reader.messages(viewer.workspaceId(), List.of(place.messageId()))
                        .map(found -> Optional.ofNullable(found.get(place.messageId()))
                                .orElseThrow(AttachmentRetries::noAttachment)));
    }

    private static Uni<Place> place(SqlClient transaction, Viewer viewer, UUID id) {
        return transaction
                .preparedQuery(PLACE)
                .execute(Tuple.of(viewer.workspaceId(), id))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Place(row.getUUID("id"), row.getUUID("chat_id")))
                        .orElseThrow(AttachmentRetries::noAttachment));
    }

    private Uni<Void> again(SqlClient transaction, UUID workspaceId, UUID id, Place place) {
        var change = NewChange.message(ChangeType.MESSAGE_UPDATED, place.chatId(), place.messageId());
        return transaction
                .preparedQuery(AGAIN)
                .execute(Tuple.of(workspaceId, id, clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(updated -> updated.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : log.append(transaction, workspaceId, List.of(change)));
    }

    private static InboxException noAttachment() {
        return InboxException.notFound("attachment", "input", "attachmentId");
    }

    private record Place(UUID messageId, UUID chatId) {}
}
