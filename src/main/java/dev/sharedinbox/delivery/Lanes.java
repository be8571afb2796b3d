package dev.sharedinbox.delivery;

import dev.sharedinbox.delivery.Outcome.NumberPaused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The lanes of all business numbers that this node has sent from lately. Used by one thread only.
final class Lanes {

    private final Map<UUID, Lane> byNumber = new HashMap<>();
    private final int perSecond;

    Lanes(int perSecond) {
        this.perSecond = perSecond;
    }

    /// How many calls may start now, by number; any number that is missing has [#freshAllowance].
    Map<UUID, Integer> allowances(Instant now) {
        byNumber.values().removeIf(lane -> lane.isFresh(now));
        return byNumber.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, lane -> lane.getValue().allowance(now)));
    }

    int freshAllowance() {
        return Lane.capacity(perSecond);
    }

    void use(List<Claim> claimed, Instant now) {
        claimed.forEach(claim -> of(claim, now).use());
    }

    /// Learn from an outcome whether the number works.
    void note(Claim claim, Outcome outcome, Instant now) {
        if (outcome instanceof NumberPaused paused) {
            of(claim, now).pause(paused.until());
        } else {
            of(claim, now).resume();
        }
    }

    /// Whether nothing but the rate holds the claim's number back.
    boolean isOpen(Claim claim, Instant now) {
        return !of(claim, now).isOnTrial();
    }

    /// Whether looking again shortly may find more to send.
    boolean isAnyThrottled(Instant now) {
        return byNumber.values().stream().anyMatch(lane -> lane.isThrottled(now));
    }

    private Lane of(Claim claim, Instant now) {
        return byNumber.computeIfAbsent(claim.delivery().businessNumberId(), _ -> new Lane(perSecond, now));
    }
}
