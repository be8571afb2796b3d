package dev.sharedinbox.simulator.graph;

import java.time.Duration;
import java.time.Instant;

/// Lets through a burst of `capacity` calls and then one per `interval`.
final class TokenBucket {

    private final int capacity;
    private final Duration interval;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int capacity, Duration interval, Instant now) {
        this.capacity = capacity;
        this.interval = interval;
        this.tokens = capacity;
        this.filledAt = now;
    }

    /// Take a token if there is one.
    synchronized boolean take(Instant now) {
        if (now.isAfter(filledAt)) {
            var gained = (double) Duration.between(filledAt, now).toNanos() / interval.toNanos();
            tokens = Math.min(capacity, tokens + gained);
            filledAt = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
