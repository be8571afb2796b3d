package dev.sharedinbox.simulator.world;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// When each customer last wrote to each business number: for 24 hours from then, free-form messages may reach them.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class SessionWindows {

    private static final Duration LENGTH = Duration.ofHours(24);

    private final Clock clock;
    private final SimulatorConfig.StrangersWindow ofStrangers;
    private final BoundedMap<Pair, Instant> lastWritten;

    SessionWindows(Clock clock, SimulatorConfig config) {
        this.clock = clock;
        this.ofStrangers = config.windowOfStrangers();
        this.lastWritten = new BoundedMap<>(config.memory());
    }

    /// The customer wrote; an older message never shortens the window.
    public void opened(BusinessNumber number, Customer customer, Instant writtenAt) {
        lastWritten.change(
                new Pair(number, customer.whatsappId()),
                writtenAt,
                before -> before.isAfter(writtenAt) ? before : writtenAt);
    }

    public boolean isOpen(BusinessNumber number, Customer customer) {
        return lastWritten
                .find(new Pair(number, customer.whatsappId()))
                .map(written -> written.plus(LENGTH).isAfter(clock.instant()))
                .orElse(ofStrangers == SimulatorConfig.StrangersWindow.OPEN);
    }

    /// Whether the customer is known to have written in the last 24 hours, however strangers are treated.
    public boolean hasWritten(BusinessNumber number, Customer customer) {
        return lastWritten.find(new Pair(number, customer.whatsappId())).isPresent() && isOpen(number, customer);
    }

    void forget(@Observes Reset reset) {
        lastWritten.clear();
    }

    private record Pair(BusinessNumber number, String whatsappId) {}
}
