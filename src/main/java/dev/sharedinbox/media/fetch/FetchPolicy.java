package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When to fetch again and when to stop: pauses triple up to a bound, and nothing is tried after the carrier has let
/// the file go.
///
/// @param attempts tries for failures that rarely pass
/// @param firstPause the pause after the first try
/// @param longestPause no pause is longer
/// @param retention how long the carrier keeps the file
public record FetchPolicy(int attempts, Duration firstPause, Duration longestPause, Duration retention) {

    private static final double GROWTH = 3;
    private static final int STEPS = 15;

    static FetchPolicy of(MediaConfig config) {
        var retry = config.retry();
        return new FetchPolicy(retry.attempts(), retry.firstPause(), retry.longestPause(), config.retention());
    }

    /// Return when to try next after a failure; empty when it was the last try.
    public Optional<Instant> next(FetchClaim claim, MediaFailure failure, Instant now) {
        var worthIt = switch (failure.patience()) {
            case NONE -> false;
            case A_FEW_TIMES -> claim.attempt() < attempts;
            case UNTIL_DEADLINE -> true;
        };
        return Optional.of(now.plus(pauseAfter(claim.attempt())))
                .filter(due -> worthIt && due.isBefore(claim.receivedAt().plus(retention)));
    }

    private Duration pauseAfter(int attempt) {
        var pause = firstPause.multipliedBy((long) Math.pow(GROWTH, Math.min(attempt - 1, STEPS)));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
