package dev.sharedinbox.whatsapp.webhook.ledger;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Cuts items out of their stored bodies, for those who look closely. A body is parsed once for all its items.
@ApplicationScoped
public class RawItems {

    private static final String PLACES =
            "select id, delivery_id, path from webhook_item where workspace_id = $1 and id = any($2)";

    private final Pool pool;
    private final StoredBodies bodies;
    private final ObjectMapper mapper;
    private final Gathering<Viewer, UUID, Optional<JsonObject>> items = new Gathering<>(this::read);

    RawItems(Pool pool, StoredBodies bodies, ObjectMapper mapper) {
        this.pool = pool;
        this.bodies = bodies;
        this.mapper = mapper;
    }

    /// The item's JSON; empty when it has left the ledger meanwhile.
    public Uni<Optional<JsonObject>> of(Viewer viewer, UUID itemId) {
        return items.ask(viewer, itemId);
    }

    private Uni<List<Uni<Optional<JsonObject>>>> read(Viewer viewer, List<UUID> ids) {
        return pool.preparedQuery(PLACES)
                .execute(Tuple.of(viewer.workspaceId(), ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Place(row.getUUID("id"), row.getUUID("delivery_id"), row.getString("path")))
                        .collect(Collectors.groupingBy(Place::deliveryId)))
                .chain(places -> cut(viewer.workspaceId(), places))
                .map(found -> ids.stream()
                        .map(id -> Uni.createFrom().item(Optional.ofNullable(found.get(id))))
                        .toList());
    }

    private Uni<Map<UUID, JsonObject>> cut(UUID workspaceId, Map<UUID, List<Place>> places) {
        return bodies.read(workspaceId, places.keySet())
                .onItem()
                .transformToUniAndConcatenate(chunk -> Uni.createFrom()
                        .item(() -> cut(chunk, places))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .collect()
                .<Map<UUID, JsonObject>>in(HashMap::new, Map::putAll);
    }

    private Map<UUID, JsonObject> cut(List<StoredBody> chunk, Map<UUID, List<Place>> places) {
        var found = new HashMap<UUID, JsonObject>();
        for (var body : chunk) {
            var root = parse(body);
            for (var place : places.getOrDefault(body.id(), List.of())) {
                found.put(place.itemId(), object(root.at(place.pointer())));
            }
        }
        return found;
    }

    private JsonNode parse(StoredBody stored) {
        try {
            return mapper.readTree(stored.body().getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The schema's JSON is an object; what should have been one but is not goes into one.
    private JsonObject object(JsonNode node) {
        var whole = node.isObject() ? node : mapper.createObjectNode().set("value", node);
        try (var reader = jakarta.json.Json.createReader(new StringReader(whole.toString()))) {
            return reader.readObject();
        }
    }

    private record Place(UUID itemId, UUID deliveryId, String path) {

        JsonPointer pointer() {
            return JsonPointer.compile(
                    "/" + path.replace("]", "").replace('[', '/').replace('.', '/'));
        }
    }
}
