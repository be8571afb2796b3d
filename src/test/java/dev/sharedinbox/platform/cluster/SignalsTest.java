package dev.sharedinbox.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.platform.Ids;
import io.smallrye.health.api.Wellness;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/// What signals do whatever carries them. The other node is the bare link.
abstract class SignalsTest {

    @Inject
    NodeBus bus;

    @Inject
    @Wellness
    ClusterHealth health;

    @Inject
    ClusterMetrics metrics;

    abstract NodeLink link();

    /// End every connection that listens, without warning.
    abstract void cutListeners();

    @Test
    void signalOfAnotherNode_isHeardByItsKindAndWorkspaceOnly() {
        var workspace = Ids.next();
        var ears = new Ears();
        var others = new Ears();
        try (var _ = bus.listen(workspace, "greeting", ears);
                var _ = bus.listen(workspace, "other", others);
                var _ = bus.listen(Ids.next(), "greeting", others)) {
            await().until(() -> ears.joined.get() > 0 && others.joined.get() > 1);

            say(workspace, "greeting", "hello");

            await().untilAsserted(() -> assertThat(ears.heard).containsExactly("hello"));
            assertThat(others.heard).isEmpty();
        }
    }

    @Test
    void secondListenerOfAWorkspace_joinsTooAndTheFirstNotAgain() {
        var workspace = Ids.next();
        var first = new Ears();
        var second = new Ears();
        try (var _ = bus.listen(workspace, "greeting", first)) {
            await().until(() -> first.joined.get() > 0);

            try (var _ = bus.listen(workspace, "other", second)) {
                await().until(() -> second.joined.get() > 0);

                say(workspace, "other", "hello");
                await().untilAsserted(() -> assertThat(second.heard).containsExactly("hello"));
                assertThat(first.joined).hasValue(1);
                assertThat(second.joined).hasValue(1);
            }
        }
    }

    @Test
    void ownSignal_doesNotComeBack() {
        var workspace = Ids.next();
        var ears = new Ears();
        try (var _ = bus.listen(workspace, "greeting", ears)) {
            await().until(() -> ears.joined.get() > 0);

            bus.tell(new Signal(workspace, "greeting", "", "mine"));
            say(workspace, "greeting", "theirs");

            await().untilAsserted(() -> assertThat(ears.heard).containsExactly("theirs"));
        }
    }

    @Test
    void manySignalsOfOneKey_leaveAsAFewAndTheLastOfThem() {
        var workspace = Ids.next();
        var heard = new CopyOnWriteArrayList<String>();
        var other = link().open((_, payload) -> heard.add(payload), () -> {})
                .await()
                .atMost(Duration.ofSeconds(10));
        try {
            other.listen(channel(workspace)).await().atMost(Duration.ofSeconds(10));
            for (int i = 0; i < 1000; i++) {
                bus.tell(new Signal(workspace, "count", "same", Integer.toString(i)));
            }

            await().untilAsserted(() -> assertThat(heard).last().asString().contains("\"999\""));
            assertThat(heard).hasSizeLessThan(100);
        } finally {
            other.close().await().atMost(Duration.ofSeconds(10));
        }
    }

    @Test
    void lostConnection_isReplacedAndListenersLookAgain() {
        var workspace = Ids.next();
        var ears = new Ears();
        try (var _ = bus.listen(workspace, "greeting", ears)) {
            await().until(() -> ears.joined.get() > 0);

            cutListeners();

            await().until(() -> ears.joined.get() > 1);
            say(workspace, "greeting", "again");
            await().untilAsserted(() -> assertThat(ears.heard).containsExactly("again"));
            assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        }
    }

    @Test
    void workspaceThatNobodyListensTo_isNotListenedToEither() {
        var ears = new Ears();
        var registration = bus.listen(Ids.next(), "greeting", ears);
        await().until(() -> ears.joined.get() > 0);
        var with = metrics.channels();

        registration.close();

        await().untilAsserted(() -> assertThat(metrics.channels()).isLessThan(with));
    }

    @Test
    void signalTooLongForAnyLink_isRefusedAtOnce() {
        assertThatThrownBy(() -> new Signal(Ids.next(), "kind", "", "x".repeat(3001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void say(UUID workspace, String kind, String body) {
        var payload = JsonObject.of("node", Ids.next().toString(), "kind", kind, "body", body);
        link().send(List.of(new NodeLink.Parcel(channel(workspace), payload.encode())))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static String channel(UUID workspace) {
        return "inbox_" + workspace.toString().replace("-", "");
    }

    private static final class Ears implements SignalListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger joined = new AtomicInteger();

        @Override
        public void hear(String body) {
            heard.add(body);
        }

        @Override
        public void joined() {
            joined.incrementAndGet();
        }
    }
}
