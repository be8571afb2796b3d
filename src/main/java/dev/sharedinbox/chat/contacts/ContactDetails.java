package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads what lists of chats need not know about customers, for all customers of a page in one statement.
/// Whoever holds a customer has been let through to them.
@ApplicationScoped
class ContactDetails {

    private static final String DETAILS = """
            select id, name, attributes from contact where workspace_id = $1 and id = any($2)
            """;
    private static final Detail NOTHING = new Detail("", JsonObject.EMPTY_JSON_OBJECT);

    private final Pool pool;
    private final Gathering<Viewer, UUID, Detail> details = new Gathering<>(this::read);

    ContactDetails(Pool pool) {
        this.pool = pool;
    }

    Uni<Detail> of(Viewer viewer, UUID contactId) {
        return details.ask(viewer, contactId);
    }

    private Uni<List<Uni<Detail>>> read(Viewer viewer, List<UUID> ids) {
        return pool.preparedQuery(DETAILS)
                .execute(Tuple.of(viewer.workspaceId(), ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), ContactDetails::detail)))
                .map(found -> answers(ids, found));
    }

    private static List<Uni<Detail>> answers(List<UUID> ids, Map<UUID, Detail> found) {
        return ids.stream()
                .map(id -> Uni.createFrom().item(found.getOrDefault(id, NOTHING)))
                .toList();
    }

    private static Detail detail(Row row) {
        try (var reader = Json.createReader(
                new StringReader(row.getJsonObject("attributes").encode()))) {
            return new Detail(row.getString("name"), reader.readObject());
        }
    }

    /// @param profileName what the customer calls themselves on WhatsApp
    /// @param attributes what users noted
    record Detail(String profileName, JsonObject attributes) {}
}
