package dev.sharedinbox.delivery;

import java.time.Duration;
import java.time.Instant;

/// What one node may send from one business number: a bucket that fills evenly, and a pause while the number's
/// credentials or settings are at fault. After a pause a single call goes ahead until one has succeeded.
final class Lane {

    private final int perSecond;
    private final int capacity;
    private double tokens;
    private Instant filledAt;
    private Instant pausedUntil = Instant.EPOCH;
    private boolean onTrial;

    Lane(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.capacity = capacity(perSecond);
        this.tokens = capacity;
        this.filledAt = now;
    }

    /// How many calls may start at once after a quiet time: an eighth of a second's worth, so that no second
    /// ever sees much more than the rate.
    static int capacity(int perSecond) {
        return Math.max(1, perSecond / 8);
    }

    /// How many calls may start now.
    int allowance(Instant now) {
        fill(now);
        if (now.isBefore(pausedUntil)) {
            return 0;
        }
        return onTrial ? Math.min(1, (int) tokens) : (int) tokens;
    }

    void use() {
        tokens -= 1;
        if (onTrial) {
            pausedUntil = Instant.MAX;
        }
    }

    /// Whether it would send more if only time passed.
    boolean isThrottled(Instant now) {
        return !now.isBefore(pausedUntil) && allowance(now) == 0;
    }

    void pause(Instant until) {
        pausedUntil = until;
        onTrial = true;
    }

    /// Whether a pause has begun and no call has come through since.
    boolean isOnTrial() {
        return onTrial;
    }

    /// Note that a call came through, or at least did not meet the pause's cause.
    void resume() {
        pausedUntil = Instant.EPOCH;
        onTrial = false;
    }

    /// Whether it is like a new one, so that forgetting it changes nothing.
    boolean isFresh(Instant now) {
        return !onTrial && allowance(now) == capacity;
    }

    private void fill(Instant now) {
        var passed = Duration.between(filledAt, now).toNanos() / 1e9;
        if (passed > 0) {
            tokens = Math.min(capacity, tokens + passed * perSecond);
            filledAt = now;
        }
    }
}
