package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Remembers when WhatsApp last told anything about each business number. Written every few seconds and apart
/// from the batches: in their transactions the number's row would make all of them wait for each other. What a
/// killed node had not written yet is lost, and the next webhook makes up for it.
@ApplicationScoped
public class Pulses {

    private static final String WRITE = """
            insert into business_number_pulse (workspace_id, business_number_id, last_webhook_at)
            select number.workspace_id, number.id, heard.at
            from unnest($1::uuid[], $2::timestamptz[]) as heard (id, at)
                join business_number number on number.id = heard.id and number.workspace_id = any($3)
            order by number.workspace_id, number.id
            on conflict (workspace_id, business_number_id) do update set
                last_webhook_at = greatest(business_number_pulse.last_webhook_at, excluded.last_webhook_at)
            """;
    private static final String LONGEST_SILENT = """
            select number.id, pulse.last_webhook_at from business_number number
                left join business_number_pulse pulse
                    on pulse.workspace_id = number.workspace_id and pulse.business_number_id = number.id
            order by pulse.last_webhook_at nulls first, number.id limit $1
            """;

    private final Pool pool;
    private final Map<Key, Instant> heard = new ConcurrentHashMap<>();

    Pulses(Pool pool) {
        this.pool = pool;
    }

    void heard(List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            for (var item : delivery.items()) {
                if (item instanceof Item.Understood understood) {
                    heard(delivery, understood.incoming().businessNumberId());
                }
            }
        }
    }

    private void heard(Delivery delivery, @Nullable UUID number) {
        if (number != null) {
            heard.merge(new Key(delivery.plugin().workspaceId(), number), delivery.receivedAt(), Pulses::later);
        }
    }

    /// Write down what was heard since the last time.
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> write() {
        var news = Map.copyOf(heard);
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(
                news.keySet().stream().map(Key::id).toArray(UUID[]::new),
                news.values().stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                news.keySet().stream().map(Key::workspaceId).distinct().toArray(UUID[]::new));
        return pool.preparedQuery(WRITE)
                .execute(values)
                .invoke(() -> news.forEach(heard::remove))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("The age of webhooks was not written: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /// The business numbers that WhatsApp was silent about for longest, with the time of their last webhook.
    Uni<List<Pulse>> longestSilent(int limit) {
        return pool.preparedQuery(LONGEST_SILENT)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Pulse(row.getUUID("id"), lastWebhookAt(row)))
                        .toList());
    }

    private static @Nullable Instant lastWebhookAt(Row row) {
        return Times.orNull(row, "last_webhook_at");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// @param lastWebhookAt when WhatsApp last told anything about it; null when never
    record Pulse(UUID businessNumberId, @Nullable Instant lastWebhookAt) {}

    private record Key(UUID workspaceId, UUID id) {}
}
