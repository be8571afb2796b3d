package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.LedgerEntry.Outcome;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Remembers the latest calls that asked for a message, so that a test can say "exactly one call for this message", and
/// the latest read marks.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class Ledger {

    private static final int MAX_REQUEST = 4096;

    private final Clock clock;
    private final Ring<LedgerEntry> messages;
    private final Ring<ReadMark> readMarks;

    Ledger(Clock clock, SimulatorConfig config) {
        this.clock = clock;
        this.messages = new Ring<>(config.memory());
        this.readMarks = new Ring<>(config.memory());
    }

    /// A message of a customer that the business marked as read.
    public record ReadMark(Instant time, String businessNumberId, String messageId, boolean typing) {}

    void accepted(OutgoingMessage message, String wamid, @Nullable GraphCode told) {
        messages.add(entry(message, wamid, Outcome.ACCEPTED, told));
    }

    void refused(OutgoingMessage message, GraphCode code) {
        messages.add(entry(message, null, Outcome.REFUSED, code));
    }

    void unanswered(OutgoingMessage message) {
        messages.add(entry(message, null, Outcome.UNANSWERED, null));
    }

    void markedRead(String businessNumberId, String messageId, boolean typing) {
        readMarks.add(new ReadMark(clock.instant(), businessNumberId, messageId, typing));
    }

    /// The latest calls of the wanted kind, the latest first.
    public List<LedgerEntry> messages(Predicate<LedgerEntry> wanted, int limit) {
        return messages.find(wanted, limit);
    }

    /// The latest read marks, the latest first.
    public List<ReadMark> readMarks(Predicate<ReadMark> wanted, int limit) {
        return readMarks.find(wanted, limit);
    }

    private LedgerEntry entry(
            OutgoingMessage message, @Nullable String wamid, Outcome outcome, @Nullable GraphCode code) {
        return new LedgerEntry(
                clock.instant(),
                message.number().id(),
                message.customer().whatsappId(),
                message.customer().userId(),
                message.type().word(),
                message.callbackData().orElse(null),
                wamid,
                outcome,
                code == null ? null : code.code(),
                message.request().length() > MAX_REQUEST ? null : message.request());
    }

    void forget(@Observes Reset reset) {
        messages.clear();
        readMarks.clear();
    }
}
