package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.delivery.Outcome;
import dev.sharedinbox.delivery.Outcome.NumberPaused;
import dev.sharedinbox.delivery.Outcome.Refused;
import dev.sharedinbox.delivery.Outcome.RetryLater;
import dev.sharedinbox.delivery.Outcome.Unknown;
import dev.sharedinbox.whatsapp.ErrorAdvice;
import dev.sharedinbox.whatsapp.ErrorKind;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Meta's error envelope means for the message: the code alone decides.
@ApplicationScoped
class GraphErrors {

    /// Meta writes `(#131047) Re-engagement message`; the number is in a field of its own already.
    private static final Pattern NUMBER = Pattern.compile("^\\(#\\d+\\)\\s*");

    private final Clock clock;
    private final GraphConfig config;

    GraphErrors(Clock clock, GraphConfig config) {
        this.clock = clock;
        this.config = config;
    }

    Outcome outcome(int code, JsonObject error) {
        var failure = ErrorAdvice.failure(code, title(error), detail(error));
        var kind = ErrorAdvice.of(code).map(ErrorAdvice::kind).orElse(ErrorKind.FINAL);
        return switch (kind) {
            case RETRY -> new RetryLater(failure, clock.instant().plus(pauseAfter(code)));
            case UNCLEAR -> new Unknown(failure);
            case FINAL -> new Refused(failure);
            case CONFIGURATION -> paused(failure);
        };
    }

    Outcome paused(Failure failure) {
        return new NumberPaused(failure, clock.instant().plus(config.pause()));
    }

    private Duration pauseAfter(int code) {
        return switch (code) {
            case 131056 -> config.pairRateWait();
            case 131057, 2494100 -> config.maintenanceWait();
            default -> Duration.ZERO;
        };
    }

    private static @Nullable String title(JsonObject error) {
        var message = error.getValue("message");
        return message == null ? null : NUMBER.matcher(message.toString()).replaceFirst("");
    }

    private static @Nullable String detail(JsonObject error) {
        return error.getValue("error_data") instanceof JsonObject data && data.getValue("details") != null
                ? data.getValue("details").toString()
                : null;
    }
}
