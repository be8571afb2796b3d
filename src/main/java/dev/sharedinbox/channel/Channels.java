package dev.sharedinbox.channel;

import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Reads the inboxes and business numbers that a viewer may see.
@ApplicationScoped
class Channels {

    private static final String INBOXES = """
            select id, name from inbox
            where workspace_id = $1 and ($2::uuid[] is null or id = any($2))
            order by name
            """;
    private static final String NUMBERS = """
            select id, display_phone, name from business_number
            where workspace_id = $1 and ($2::uuid[] is null or inbox_id = any($2))
            order by display_phone, id
            """;

    private final Pool pool;

    Channels(Pool pool) {
        this.pool = pool;
    }

    Uni<List<InboxView>> inboxes(Viewer viewer) {
        return visible(INBOXES, viewer, row -> new InboxView(id(row), row.getString("name")));
    }

    Uni<List<BusinessNumberView>> numbers(Viewer viewer) {
        return visible(
                NUMBERS,
                viewer,
                row -> new BusinessNumberView(id(row), row.getString("display_phone"), row.getString("name")));
    }

    private <T> Uni<List<T>> visible(String query, Viewer viewer, Function<Row, T> view) {
        var inboxes = viewer.scope().inboxes().map(allowed -> allowed.toArray(UUID[]::new));
        return pool.preparedQuery(query)
                .execute(Tuple.tuple().addUUID(viewer.workspaceId()).addArrayOfUUID(inboxes.orElse(null)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(view)
                        .toList());
    }

    private static String id(Row row) {
        return row.getUUID("id").toString();
    }
}
