package dev.sharedinbox.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void burst_passesUpToTheCapacity() {
        var bucket = new TokenBucket(2, Duration.ofSeconds(6), START);
        assertThat(bucket.take(START)).isTrue();
        assertThat(bucket.take(START)).isTrue();
        assertThat(bucket.take(START)).isFalse();
    }

    @Test
    void emptyBucket_gainsOneTokenPerInterval() {
        // Given
        var bucket = new TokenBucket(1, Duration.ofSeconds(6), START);
        assertThat(bucket.take(START)).isTrue();

        // Then
        assertThat(bucket.take(START.plusSeconds(5))).isFalse();
        assertThat(bucket.take(START.plusSeconds(6))).isTrue();
    }

    @Test
    void restedBucket_holdsNoMoreThanItsCapacity() {
        var bucket = new TokenBucket(1, Duration.ofSeconds(6), START);
        assertThat(bucket.take(START.plusSeconds(600))).isTrue();
        assertThat(bucket.take(START.plusSeconds(600))).isFalse();
    }
}
