package dev.sharedinbox.realtime.event;

import dev.sharedinbox.notification.Notice;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The event that notifies of a change. It is written when the first viewer is to be told, then once for all: most
/// changes notify nobody who listens.
public final class NoticeEvent {

    private final Notice notice;
    private final Supplier<String> writer;
    private volatile @Nullable String written;

    /// @param writer writes the event as clients get it; always the same, so it does not matter if two do so at once
    public NoticeEvent(Notice notice, Supplier<String> writer) {
        this.notice = notice;
        this.writer = writer;
    }

    /// Whom it is for, and what they are shown.
    public Notice notice() {
        return notice;
    }

    /// The event as websocket and REST clients get it.
    public String json() {
        var known = written;
        if (known == null) {
            known = writer.get();
            written = known;
        }
        return known;
    }
}
