package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.webhook.Status.Stage;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What happens to an accepted message, and when it is told.
record Storyline(List<Event> events) {

    private static final Duration APART = Duration.ofMillis(200);

    /// @param toldAfter the time from the acceptance to the first post of the webhook
    record Event(Status status, Duration toldAfter) {}

    static Storyline of(SentMessage message, Trouble trouble, SimulatorConfig.Statuses delays) {
        var usual = usual(message, delays);
        return switch (trouble) {
            case SILENT -> new Storyline(List.of());
            case NEVER_DELIVERED -> usual.first(1);
            case REJECTS ->
                new Storyline(List.of(
                        failed(message, delays.sent(), 131026, "Message undeliverable", "Message Undeliverable.")));
            case FAILS_AFTER_SENT ->
                usual.first(1)
                        .and(
                                failed(
                                        message,
                                        delays.delivered(),
                                        131049,
                                        "This message was not delivered to maintain healthy ecosystem engagement.",
                                        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered."));
            case REORDERS -> usual.backwards();
            case STATUS_BEFORE_RESPONSE -> usual.firstAtOnce(2);
            case NONE,
                    DUPLICATES,
                    PAIR_RATE,
                    OUTSIDE_WINDOW,
                    SERVER_ERROR,
                    SERVER_ERROR_BUT_SENT,
                    HANGS,
                    CUT_AFTER_ACCEPT,
                    PAYMENT_MISSING -> usual;
        };
    }

    private static Storyline usual(SentMessage message, SimulatorConfig.Statuses delays) {
        var delivered = longer(delays.sent(), delays.delivered());
        var read = longer(delivered, delays.read());
        var sent = reached(message, Stage.SENT, delays.sent());
        return switch (message.course()) {
            case SENT -> new Storyline(List.of(sent));
            case READ ->
                new Storyline(List.of(
                        sent, reached(message, Stage.DELIVERED, delivered), reached(message, Stage.READ, read)));
            case PLAYED ->
                new Storyline(List.of(
                        sent,
                        reached(message, Stage.DELIVERED, delivered),
                        reached(message, Stage.READ, read),
                        reached(message, Stage.PLAYED, read.plus(APART))));
        };
    }

    private static Event reached(SentMessage message, Stage stage, Duration after) {
        return new Event(new Status.Reached(stage, message.acceptedAt().plus(after)), after);
    }

    private static Event failed(SentMessage message, Duration after, int code, String title, String details) {
        return new Event(
                new Status.Failed(code, title, details, message.acceptedAt().plus(after)), after);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Storyline first(int count) {
        return new Storyline(events.subList(0, Math.min(count, events.size())));
    }

    private Storyline and(Event event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new Storyline(more);
    }

    /// All is told once the last thing has happened, the last first.
    private Storyline backwards() {
        var told = new ArrayList<Event>();
        var next = events.getLast().toldAfter();
        for (var event : events.reversed()) {
            told.add(new Event(event.status(), next));
            next = next.plus(APART);
        }
        return new Storyline(told);
    }

    private Storyline firstAtOnce(int count) {
        var told = new ArrayList<>(events);
        for (var index = 0; index < Math.min(count, told.size()); index++) {
            told.set(index, new Event(events.get(index).status(), Duration.ZERO));
        }
        return new Storyline(told);
    }
}
