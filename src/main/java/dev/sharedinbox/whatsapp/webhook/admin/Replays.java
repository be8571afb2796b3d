package dev.sharedinbox.whatsapp.webhook.admin;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.whatsapp.webhook.lane.BatchWriter;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import dev.sharedinbox.whatsapp.webhook.ledger.StoredBodies;
import dev.sharedinbox.whatsapp.webhook.ledger.StoredBody;
import dev.sharedinbox.whatsapp.webhook.reading.BodyReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads stored bodies again the way they were read first. What was stored before stays as it is; what is
/// understood now is stored and leaves the ledger's list; the rest stays there with its newest reason.
@ApplicationScoped
class Replays {

    private static final int MOST_BODIES = 1_000;
    private static final String BODIES =
            "select delivery.id, delivery.received_at from webhook_delivery delivery where delivery.workspace_id = $1 and ";
    private static final String ORDER = " order by delivery.received_at, delivery.id limit " + (MOST_BODIES + 1);

    private final Pool pool;
    private final StoredBodies bodies;
    private final Plugins plugins;
    private final BodyReader reader;
    private final BatchWriter writer;

    Replays(Pool pool, StoredBodies bodies, Plugins plugins, BodyReader reader, BatchWriter writer) {
        this.pool = pool;
        this.bodies = bodies;
        this.plugins = plugins;
        this.reader = reader;
        this.writer = writer;
    }

    Uni<ReplayView> run(UUID workspaceId, Selection selection) {
        return pool.preparedQuery(BODIES + selection.condition() + ORDER)
                .execute(selection.values(workspaceId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(found -> run(workspaceId, first(found), nextFrom(found)));
    }

    private Uni<ReplayView> run(UUID workspaceId, List<UUID> ids, @Nullable Instant nextFrom) {
        return bodies.read(workspaceId, ids)
                .onItem()
                .transformToUniAndConcatenate(chunk -> again(workspaceId, chunk))
                .collect()
                .asList()
                .map(chunks -> chunks.stream().flatMap(List::stream).toList())
                .map(counts -> new ReplayView(
                        counts.size(),
                        counts.stream().mapToInt(Integer::intValue).sum(),
                        nextFrom));
    }

    /// How many items of each body are still not understood.
    private Uni<List<Integer>> again(UUID workspaceId, List<StoredBody> chunk) {
        var byPlugin = chunk.stream().collect(Collectors.groupingBy(StoredBody::pluginId));
        return Multi.createFrom()
                .iterable(byPlugin.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> plugins.byId(workspaceId, entry.getKey())
                        .chain(plugin -> read(entry.getValue(), plugin))
                        .chain(deliveries -> writer.rewrite(workspaceId, deliveries)))
                .onItem()
                .transformToIterable(deliveries -> deliveries)
                .map(delivery -> (int) delivery.unstored())
                .collect()
                .asList();
    }

    /// Large bodies would hold the event loop. They are read as of when they came: a time after that is wrong
    /// still.
    private Uni<List<Delivery>> read(List<StoredBody> stored, WebhookPlugin plugin) {
        return Uni.createFrom()
                .item(() -> stored.stream()
                        .map(one -> new Delivery(
                                one.id(),
                                plugin,
                                one.receivedAt(),
                                one.body(),
                                reader.read(one.body().getBytes(), plugin, one.receivedAt())))
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static List<UUID> first(List<Row> found) {
        return found.stream().limit(MOST_BODIES).map(row -> row.getUUID("id")).toList();
    }

    private static @Nullable Instant nextFrom(List<Row> found) {
        return found.size() <= MOST_BODIES ? null : Times.of(found.getLast(), "received_at");
    }
}
