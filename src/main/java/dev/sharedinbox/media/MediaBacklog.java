package dev.sharedinbox.media;

import dev.sharedinbox.media.MediaMetrics.Backlog;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/// Counts the files that wait, now and then.
@ApplicationScoped
class MediaBacklog {

    private static final Logger LOG = Logger.getLogger(MediaBacklog.class);
    private static final String COUNT =
            "select count(*) as pending, min(received_at) as first from attachment where state = 'PENDING'";

    private final Pool pool;
    private final Clock clock;
    private final MediaMetrics metrics;

    MediaBacklog(Pool pool, Clock clock, MediaMetrics metrics) {
        this.pool = pool;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .invoke(rows -> metrics.waiting(backlog(rows.iterator().next())))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("Waiting files cannot be counted: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Backlog backlog(Row row) {
        var first = row.get(OffsetDateTime.class, "first");
        var age = first == null ? Duration.ZERO : Duration.between(first.toInstant(), clock.instant());
        return new Backlog(row.getLong("pending"), age);
    }
}
