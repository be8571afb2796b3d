package dev.sharedinbox.realtime.count;

import dev.sharedinbox.realtime.tail.FeedEntry;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// What happened to spaces, to their arrangement and to access since somebody began to follow counts; bounded.
final class SpaceNews {

    private static final int CAPACITY = 100;

    private final long after;
    private final Runnable bell;
    private final BlockingQueue<FeedEntry> entries = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean lost;

    /// @param after the position from which on its listener does not know
    SpaceNews(long after, Runnable bell) {
        this.after = after;
        this.bell = bell;
    }

    /// The next entry, which is about an access, a space or an arrangement of anybody.
    Optional<FeedEntry> poll() {
        return Optional.ofNullable(entries.poll());
    }

    /// Whether there was more than could be kept or read.
    boolean isLost() {
        return lost;
    }

    void tell(FeedEntry entry) {
        if (entry.position() > after) {
            lost |= !entries.offer(entry);
            bell.run();
        }
    }

    void lose() {
        lost = true;
        bell.run();
    }
}
