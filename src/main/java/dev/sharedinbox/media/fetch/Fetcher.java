package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// This node's part in fetching files: looks for due ones, as many as it has free places for, and has each fetched and
/// settled. Few places, so that files never crowd out messages. What it does not settle is due again after the lease.
@ApplicationScoped
class Fetcher {

    private static final Logger LOG = Logger.getLogger(Fetcher.class);

    private final Vertx vertx;
    private final Clock clock;
    private final MediaConfig config;
    private final FetchClaims claims;
    private final Fetching fetching;
    private final FetchSettlement settlement;
    private final MediaMetrics metrics;

    /// Everything below belongs to this event loop.
    private @Nullable Context loop;

    private long timer;
    private int busy;
    private boolean looking;
    private volatile boolean stopped = true;

    Fetcher(
            Vertx vertx,
            Clock clock,
            MediaConfig config,
            FetchClaims claims,
            Fetching fetching,
            FetchSettlement settlement,
            MediaMetrics metrics) {
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
        this.claims = claims;
        this.fetching = fetching;
        this.settlement = settlement;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent start) {
        if (config.enabled()) {
            loop = vertx.getOrCreateContext();
            stopped = false;
            timer = vertx.setPeriodic(config.poll().toMillis(), _ -> onLoop(this::look));
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        if (!stopped) {
            stopped = true;
            vertx.cancelTimer(timer);
        }
    }

    private void look() {
        var free = config.downloads() - busy;
        if (looking || stopped || free <= 0) {
            return;
        }
        looking = true;
        claims.take(free, clock.instant(), config.lease())
                .emitOn(this::onLoop)
                .subscribe()
                .with(this::launch, this::lookFailed);
    }

    private void launch(List<FetchClaim> claimed) {
        looking = false;
        busy += claimed.size();
        claimed.forEach(this::fetch);
    }

    private void lookFailed(Throwable failure) {
        looking = false;
        LOG.warnf("Files to fetch cannot be read: %s", failure.toString());
    }

    private void fetch(FetchClaim claim) {
        fetching.fetch(claim)
                .invoke(metrics::tried)
                .chain(outcome -> settlement.settle(claim, outcome))
                .emitOn(this::onLoop)
                .onTermination()
                .invoke(() -> busy--)
                .subscribe()
                .with(_ -> look(), failure -> settlingFailed(claim, failure));
    }

    private void settlingFailed(FetchClaim claim, Throwable failure) {
        LOG.warnf("Attachment %s: its outcome cannot be stored: %s", claim.attachmentId(), failure.toString());
    }

    private void onLoop(Runnable task) {
        var context = loop;
        if (context != null) {
            context.runOnContext(_ -> task.run());
        }
    }
}
