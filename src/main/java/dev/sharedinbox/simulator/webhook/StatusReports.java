package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.Trouble;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;

/// Tells what becomes of an accepted message.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class StatusReports {

    private final WebhookQueue queue;
    private final Customers customers;
    private final SimulatorConfig config;

    StatusReports(WebhookQueue queue, Customers customers, SimulatorConfig config) {
        this.queue = queue;
        this.customers = customers;
        this.config = config;
    }

    /// Start telling. The result comes when the Graph call may be answered: at once, or, where statuses overtake the
    /// answer, when they have arrived.
    public Uni<Void> follow(SentMessage message) {
        var trouble = customers.troubleOf(message.customer());
        var overtaking = new ArrayList<Delivery>();
        for (var event : Storyline.of(message, trouble, config.statuses()).events()) {
            var delivery = tell(message, event, trouble);
            if (event.toldAfter().isZero()) {
                overtaking.add(delivery);
            }
        }
        return trouble == Trouble.STATUS_BEFORE_RESPONSE
                ? arrived(overtaking)
                : Uni.createFrom().voidItem();
    }

    private Delivery tell(SentMessage message, Storyline.Event event, Trouble trouble) {
        var body = event.status().about(message);
        if (trouble == Trouble.DUPLICATES) {
            queue.deliver(body, event.toldAfter());
        }
        return queue.deliver(body, event.toldAfter());
    }

    private Uni<Void> arrived(Iterable<Delivery> deliveries) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var delivery : deliveries) {
            all = all.chain(() -> delivery.within(Duration.ofSeconds(2)).replaceWithVoid());
        }
        return all;
    }
}
