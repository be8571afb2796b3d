package dev.sharedinbox.delivery;

import static org.awaitility.Awaitility.await;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Nodes that send from one queue through a carrier that does as it is told.
abstract class SenderScene {

    static final UUID SALES = DemoIds.SALES_NUMBER;
    static final UUID SUPPORT = DemoIds.SUPPORT_NUMBER;
    static final Failure FAILURE = new Failure("1", "Title", null, "Advice", false);

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    DeliveryConfig config;

    @Inject
    Claims claims;

    @Inject
    Settler settler;

    @Inject
    Settlement settlement;

    @Inject
    Leftovers leftovers;

    @Inject
    ChangeLog log;

    @Inject
    WakeUps wakeUps;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    final FakeCarrier carrier = new FakeCarrier();
    final List<Sender> nodes = new ArrayList<>();

    @BeforeEach
    void emptyTheQueue() {
        database.run("delete from delivery");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var node : nodes) {
            node.end(new ShutdownEvent());
        }
    }

    UUID oneMessage(UUID number) {
        return outbox.messages(number, outbox.chat(number), 1).getFirst();
    }

    Sender startNode() {
        var node = new Sender(vertx, clock, config, claims, carrier, settler, metrics);
        nodes.add(node);
        node.start();
        return node;
    }

    void cleanUpAfter(Duration time) {
        var later = Clock.offset(clock, time);
        new Janitor(vertx, pool, later, config, leftovers, settlement, log, wakeUps, metrics)
                .cleanUp()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
