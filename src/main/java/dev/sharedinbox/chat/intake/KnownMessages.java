package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is known of messages that come in.
///
/// @param stored those that are here already
/// @param amended those for which an edit or a revocation waits
record KnownMessages(Set<ProviderId> stored, Set<ProviderId> amended) {

    static final KnownMessages NONE = new KnownMessages(Set.of(), Set.of());

    static KnownMessages of(RowSet<Row> rows) {
        var known = new KnownMessages(new HashSet<>(), new HashSet<>());
        rows.forEach(row -> {
            var id = new ProviderId(row.getUUID("business_number_id"), row.getString("provider_message_id"));
            if (row.getBoolean("stored")) {
                known.stored.add(id);
            }
            if (row.getBoolean("amended")) {
                known.amended.add(id);
            }
        });
        return known;
    }

    /// Those of some messages for which an edit or a revocation waits.
    List<Incoming.Message> amendedOf(List<Incoming.Message> messages) {
        return messages.stream()
                .filter(message -> amended.contains(ProviderId.of(message)))
                .toList();
    }
}
