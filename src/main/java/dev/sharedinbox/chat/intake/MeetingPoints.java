package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.platform.sql.NamedLocks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Where an outgoing message and its statuses meet. Two batches that bring them at the same moment do not see
/// each other's rows, and each would leave it to the other to bring them together. So each holds the ids it
/// speaks of until it has committed, and whoever comes second looks after that. Customers' messages and what
/// changes them have met already: they hold the customer.
final class MeetingPoints {

    private MeetingPoints() {}

    /// After the rows of chats are locked, before those of messages.
    static Uni<Void> hold(
            SqlClient transaction, UUID workspaceId, List<Incoming.Message> written, List<Incoming.Status> reported) {
        var sent = written.stream().filter(message -> message.origin().direction() == Direction.OUTGOING);
        var names = Stream.concat(sent.map(ProviderId::of), reported.stream().map(ProviderId::of))
                .map(id -> id.businessNumberId() + id.value());
        return NamedLocks.hold(transaction, workspaceId, NamedLocks.Kind.MESSAGE, names);
    }
}
