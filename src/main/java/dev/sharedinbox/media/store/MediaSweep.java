package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaConfig;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Frees the space of files that a node was storing when it died.
@ApplicationScoped
class MediaSweep {

    /// A fetch has long lost its lease by then, even where clocks differ a little.
    private static final int LEASES = 2;

    private final BlobStore blobs;
    private final Clock clock;
    private final MediaConfig config;

    MediaSweep(BlobStore blobs, Clock clock, MediaConfig config) {
        this.blobs = blobs;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var before = clock.instant().minus(config.lease().multipliedBy(LEASES));
        return blobs.sweep(before)
                .invoke(removed -> {
                    if (removed > 0) {
                        Log.infof("Removed the remains of %d files that were never stored in full", removed);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("Remains of files cannot be removed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
