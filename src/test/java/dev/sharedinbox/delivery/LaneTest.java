package dev.sharedinbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Lane lane = new Lane(80, NOON);

    @Test
    void anySecond_seesLittleMoreThanTheRate() {
        // When
        var calls = 0;
        for (int millis = 0; millis < 1000; millis++) {
            var now = NOON.plusMillis(millis);
            for (int free = lane.allowance(now); free > 0; free--) {
                lane.use();
                calls++;
            }
        }

        // Then
        assertThat(calls).isBetween(80, 90);
    }

    @Test
    void emptyBucket_isThrottledUntilTimePasses() {
        // Given
        for (int i = 0; i < 10; i++) {
            lane.use();
        }

        // Then
        assertThat(lane.isThrottled(NOON)).isTrue();
        assertThat(lane.allowance(NOON.plusMillis(125))).isEqualTo(10);
    }

    @Test
    void pausedLane_letsOneCallAheadUntilItSucceeds() {
        // When
        lane.pause(NOON.plusSeconds(30));

        // Then
        assertThat(lane.allowance(NOON.plusSeconds(29))).isZero();
        assertThat(lane.allowance(NOON.plusSeconds(30))).isEqualTo(1);
        lane.use();
        assertThat(lane.allowance(NOON.plusSeconds(31))).isZero();
        lane.resume();
        assertThat(lane.allowance(NOON.plusSeconds(31))).isEqualTo(10);
    }
}
