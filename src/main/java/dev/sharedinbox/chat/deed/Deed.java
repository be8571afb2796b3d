package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.LockedChat;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/// Changes a locked chat within a transaction and returns what everybody is to be told; nothing, when nothing
/// changed.
@FunctionalInterface
public interface Deed {

    Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat);

    /// Refuse what could not be done to any chat of a workspace, as when it names somebody who is not there.
    default Uni<Void> require(SqlClient client, UUID workspaceId) {
        return Uni.createFrom().voidItem();
    }
}
