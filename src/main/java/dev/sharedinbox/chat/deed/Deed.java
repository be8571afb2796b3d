package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.LockedChat;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/// Changes a locked chat within a transaction and returns what everybody is to be told; nothing, when nothing
/// changed.
@FunctionalInterface
public interface Deed {

    Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat);
}
