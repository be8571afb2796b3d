package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.ChatLocks;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Does a deed to a chat: locks it, if the viewer may see it, changes it and tells everybody, in one
/// transaction.
@ApplicationScoped
public class ChatDeedService {

    private final Pool pool;
    private final ChatLocks locks;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final ChatReader reader;

    ChatDeedService(Pool pool, ChatLocks locks, ChangeLog log, WakeUps wakeUps, ChatReader reader) {
        this.pool = pool;
        this.locks = locks;
        this.log = log;
        this.wakeUps = wakeUps;
        this.reader = reader;
    }

    /// Do a deed in a transaction of its own, if the viewer has the permission and sees the chat (`NOT_FOUND`).
    /// Return the chat after the deed; empty when the viewer may no longer see it.
    public Uni<Optional<ChatView>> run(Viewer viewer, Permission permission, String chatId, Deed deed) {
        viewer.require(permission);
        var id = Ids.parse(chatId).orElseThrow(() -> InboxException.notFound("chat", "input", "chatId"));
        return pool.withTransaction(transaction -> change(transaction, viewer, id, deed))
                .invoke(changes -> wakeUp(viewer, changes))
                .chain(() -> visible(viewer, id));
    }

    private Uni<List<NewChange>> change(SqlClient transaction, Viewer viewer, UUID id, Deed deed) {
        return locks.lock(transaction, viewer, id)
                .chain(chat -> run(transaction, viewer, chat, deed))
                .call(changes -> log.append(transaction, viewer.workspaceId(), changes));
    }

    /// Do a deed within the caller's transaction, whose last statement it is; the caller has checked the
    /// permission, and wakes up after the commit.
    ///
    /// @param told what else to tell
    public Uni<Void> change(SqlClient transaction, Viewer viewer, UUID id, Deed deed, List<NewChange> told) {
        return locks.lock(transaction, viewer, id)
                .chain(chat -> run(transaction, viewer, chat, deed))
                .map(changes -> Stream.concat(changes.stream(), told.stream()).toList())
                .chain(changes -> log.append(transaction, viewer.workspaceId(), changes));
    }

    private static Uni<List<NewChange>> run(SqlClient transaction, Viewer viewer, LockedChat chat, Deed deed) {
        return deed.on(transaction, chat)
                .map(changes -> changes.stream()
                        .map(change -> change.by(viewer.userId()))
                        .toList());
    }

    private void wakeUp(Viewer viewer, List<NewChange> changes) {
        if (!changes.isEmpty()) {
            wakeUps.changed(viewer.workspaceId());
        }
    }

    private Uni<Optional<ChatView>> visible(Viewer viewer, UUID id) {
        return reader.chats(viewer.workspaceId(), List.of(id))
                .map(found -> Optional.ofNullable(found.get(id))
                        .filter(entry -> viewer.scope().allows(entry.place()))
                        .map(entry -> entry.view()));
    }
}
