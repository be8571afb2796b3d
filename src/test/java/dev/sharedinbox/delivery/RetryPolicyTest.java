package dev.sharedinbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final RetryPolicy policy =
            new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Test
    void pauses_tripleUpToABound() {
        assertThat(policy.next(attempt(1), NOON, NOON)).contains(NOON.plusSeconds(2));
        assertThat(policy.next(attempt(2), NOON, NOON)).contains(NOON.plusSeconds(6));
        assertThat(policy.next(attempt(3), NOON, NOON)).contains(NOON.plusSeconds(18));
        assertThat(policy.next(attempt(4), NOON, NOON)).contains(NOON.plusSeconds(54));
    }

    @Test
    void carrierWhoAsksForMore_getsMore() {
        assertThat(policy.next(attempt(1), NOON.plusSeconds(6), NOON)).contains(NOON.plusSeconds(6));
    }

    @Test
    void lastAttempt_hasNoNext() {
        assertThat(policy.next(attempt(5), NOON, NOON)).isEmpty();
    }

    @Test
    void messageThatWouldBeTooOld_hasNoNext() {
        var later = NOON.plus(Duration.ofMinutes(10)).minusSeconds(1);
        assertThat(policy.next(attempt(1), later, later)).isEmpty();
    }

    private static Claim attempt(int number) {
        var id = new UUID(0, 1);
        return new Claim(new OutgoingDelivery(id, id, id, id), id, number, number, NOON);
    }
}
