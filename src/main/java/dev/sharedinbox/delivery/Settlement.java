package dev.sharedinbox.delivery;

import dev.sharedinbox.change.NewChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/// What becomes of a message when its delivery ends. It runs within the settling transaction, before the
/// delivery is closed; when somebody else closed it meanwhile, all of it is rolled back. The changes it returns
/// are appended last.
public interface Settlement {

    Uni<List<NewChange>> accepted(SqlClient transaction, UUID workspaceId, UUID messageId, String providerMessageId);

    Uni<List<NewChange>> failed(SqlClient transaction, UUID workspaceId, UUID messageId, Failure failure);
}
