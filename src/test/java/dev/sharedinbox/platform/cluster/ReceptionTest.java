package dev.sharedinbox.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A link that answers when the test says so.
class ReceptionTest {

    private final Vertx vertx = Vertx.vertx();
    private final SlowLink link = new SlowLink();
    private final List<String> joined = new CopyOnWriteArrayList<>();
    private final ClusterMetrics metrics = new ClusterMetrics(new SimpleMeterRegistry());
    private final Reception reception = new Reception(
            link,
            () -> Set.of("news"),
            (_, _) -> {},
            joined::add,
            vertx.getOrCreateContext(),
            Clock.systemUTC(),
            impatient(),
            metrics);

    @AfterEach
    void stop() {
        reception.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void openingThatHangs_isTriedAnewAndClosedWhenItComesLate() {
        // Given
        reception.adjust();
        await().until(() -> link.ears.size() > 1);

        // When
        link.ears.getFirst().open();

        // Then
        await().until(() -> link.ears.getFirst().closed);
        assertThat(metrics.isConnected()).isFalse();
        assertThat(joined).isEmpty();
    }

    @Test
    void answerOfALostConnection_isNotTakenForThatOfTheNext() {
        // Given
        reception.adjust();
        var lost = listening(0);
        lost.lose();
        var next = listening(1);

        // When
        lost.confirm();
        next.confirm();

        // Then
        await().until(() -> !joined.isEmpty());
        assertThat(joined).containsExactly("news");
        assertThat(next.closed).isFalse();
    }

    @Test
    void stepOfALostConnectionThatTimesOut_leavesTheNextAlone() {
        // Given
        reception.adjust();
        listening(0).lose();
        var next = listening(1);
        next.confirm();
        await().until(() -> !joined.isEmpty());

        // When
        var longer = impatient().patience().multipliedBy(2);

        // Then
        await().during(longer).until(() -> !next.closed && link.ears.size() == 2);
        assertThat(joined).containsExactly("news");
    }

    /// The connection of this try, once it is asked to listen.
    private SlowEar listening(int number) {
        await().until(() -> link.ears.size() > number);
        var ear = link.ears.get(number);
        ear.open();
        await().until(() -> ear.confirmation != null);
        return ear;
    }

    private static ClusterConfig impatient() {
        return new SmallRyeConfigBuilder()
                .withMapping(ClusterConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("inbox.cluster.patience", "300ms")
                .withDefaultValue("inbox.cluster.reconnect.first", "20ms")
                .build()
                .getConfigMapping(ClusterConfig.class);
    }

    private static final class SlowLink implements NodeLink {

        private final List<SlowEar> ears = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Uni<Void> send(List<Parcel> parcels) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Ear> open(BiConsumer<String, String> heard, Runnable lost) {
            return Uni.createFrom().emitter(opening -> ears.add(new SlowEar(opening, lost)));
        }
    }

    private static final class SlowEar implements NodeLink.Ear {

        private final UniEmitter<? super NodeLink.Ear> opening;
        private final Runnable lost;
        private volatile UniEmitter<? super Void> confirmation;
        private volatile boolean closed;

        SlowEar(UniEmitter<? super NodeLink.Ear> opening, Runnable lost) {
            this.opening = opening;
            this.lost = lost;
        }

        void open() {
            opening.complete(this);
        }

        void confirm() {
            confirmation.complete(null);
        }

        void lose() {
            lost.run();
        }

        @Override
        public Uni<Void> listen(String channel) {
            return Uni.createFrom().emitter(confirming -> confirmation = confirming);
        }

        @Override
        public Uni<Void> unlisten(String channel) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> close() {
            closed = true;
            return Uni.createFrom().voidItem();
        }
    }
}
