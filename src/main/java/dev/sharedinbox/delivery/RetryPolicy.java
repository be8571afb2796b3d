package dev.sharedinbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When to try again and when to stop: pauses triple up to a bound, attempts and age are bounded.
///
/// @param attempts calls per message
/// @param firstPause the pause after the first attempt
/// @param longestPause no pause is longer, unless the carrier asks for it
/// @param giveUpAfter the age at which a message fails
record RetryPolicy(int attempts, Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    private static final double GROWTH = 3;

    static RetryPolicy of(DeliveryConfig.Retry config) {
        return new RetryPolicy(config.attempts(), config.firstPause(), config.longestPause(), config.giveUpAfter());
    }

    /// Return when to call next after a failed attempt; empty when it was the last.
    Optional<Instant> next(Claim claim, Instant notBefore, Instant now) {
        return claim.attempts() >= attempts
                ? Optional.empty()
                : within(claim, later(now.plus(pauseAfter(claim.attempts())), notBefore));
    }

    /// Return `due` unless the message would be too old by then.
    Optional<Instant> within(Claim claim, Instant due) {
        return due.isAfter(claim.enqueuedAt().plus(giveUpAfter)) ? Optional.empty() : Optional.of(due);
    }

    private Duration pauseAfter(int attempt) {
        var factor = (long) Math.pow(GROWTH, attempt - 1.0);
        return shorter(firstPause.multipliedBy(factor), longestPause);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
