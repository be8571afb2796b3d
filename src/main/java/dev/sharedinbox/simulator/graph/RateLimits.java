package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.world.BoundedMap;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/// Meta's two limits on sending: messages per second and business number, and messages to one customer.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class RateLimits {

    private final Clock clock;
    private final SimulatorConfig.Limits limits;
    private final BoundedMap<String, TokenBucket> numbers;
    private final BoundedMap<String, TokenBucket> pairs;

    RateLimits(Clock clock, SimulatorConfig config) {
        this.clock = clock;
        this.limits = config.limits();
        this.numbers = new BoundedMap<>(config.memory());
        this.pairs = new BoundedMap<>(config.memory());
    }

    void check(OutgoingMessage message) {
        var now = clock.instant();
        var number = message.number().id();
        var second = Duration.ofSeconds(1).dividedBy(limits.throughput());
        if (!numbers.findOrPut(number, () -> new TokenBucket(limits.throughput(), second, now))
                .take(now)) {
            throw new GraphRefusal(
                    GraphCode.THROUGHPUT, "Message failed to send because there were too many messages sent.");
        }
        var pair = number + " " + message.customer().whatsappId();
        if (!pairs.findOrPut(pair, () -> new TokenBucket(limits.pairBurst(), limits.pairInterval(), now))
                .take(now)) {
            throw tooFast();
        }
    }

    static GraphRefusal tooFast() {
        return new GraphRefusal(
                GraphCode.PAIR_RATE,
                "Message failed to send because there were too many messages sent from this phone number to the same"
                        + " phone number in a short period of time.");
    }

    void forget(@Observes Reset reset) {
        numbers.clear();
        pairs.clear();
    }
}
