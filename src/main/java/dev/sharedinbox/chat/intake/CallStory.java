package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.CallEvent;
import dev.sharedinbox.chat.message.Direction;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A call as far as it is known: a function of the set of its events, whatever order they came in.
///
/// @param direction who calls
/// @param events at least one
record CallStory(Direction direction, List<CallEvent> events) {

    /// How a call stands. The names are what `content.status` of its entry says.
    enum Status {
        /// It has begun.
        RINGING,
        /// The two talk.
        ANSWERED,
        /// The two have talked.
        COMPLETED,
        /// The customer called and nobody answered.
        MISSED,
        /// The customer did not want our call.
        REJECTED,
        /// We called and the customer did not answer.
        UNANSWERED
    }

    Status status() {
        if (heard("TERMINATE")) {
            return ending();
        }
        if (heard("REJECTED")) {
            return Status.REJECTED;
        }
        return heard("ACCEPTED") ? Status.ANSWERED : Status.RINGING;
    }

    private Status ending() {
        if (events.stream().anyMatch(CallEvent::tellsOfTalk)) {
            return Status.COMPLETED;
        }
        if (direction == Direction.INCOMING) {
            return Status.MISSED;
        }
        return heard("REJECTED") ? Status.REJECTED : Status.UNANSWERED;
    }

    JsonObject content() {
        var content = new JsonObject().put("status", status().name());
        events.stream()
                .map(CallEvent::seconds)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(seconds -> content.put("seconds", seconds));
        return content;
    }

    Instant beganAt() {
        return events.stream().map(CallEvent::activeAt).min(Instant::compareTo).orElseThrow();
    }

    /// From when the customer may be written to for a day: from their call, answered or not, or from the moment they
    /// took ours.
    Optional<Instant> opensWindowAt() {
        return events.stream()
                .filter(event -> direction == Direction.INCOMING || event.is("ACCEPTED") || event.tellsOfTalk())
                .map(CallEvent::activeAt)
                .max(Instant::compareTo);
    }

    private boolean heard(String word) {
        return events.stream().anyMatch(event -> event.is(word));
    }
}
