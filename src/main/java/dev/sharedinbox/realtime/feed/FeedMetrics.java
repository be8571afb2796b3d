package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.notification.NotificationKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of subscriptions, over whichever door.
@ApplicationScoped
public class FeedMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final Counter events;

    FeedMetrics(MeterRegistry meters) {
        this.meters = meters;
        events = meters.counter("inbox.live.events");
        Gauge.builder("inbox.live.subscriptions", subscriptions, AtomicInteger::get)
                .register(meters);
    }

    /// A subscription began.
    public void subscribed() {
        subscriptions.incrementAndGet();
    }

    /// A subscription is over.
    public void unsubscribed() {
        subscriptions.decrementAndGet();
    }

    /// A client was told something that happened.
    public void delivered() {
        events.increment();
    }

    /// A client was notified, which is something that happened, too.
    public void notified(NotificationKind kind) {
        delivered();
        meters.counter("inbox.live.notifications", "kind", kind.name()).increment();
    }

    /// A client was told to load afresh.
    public void resynced(ResyncReason reason) {
        meters.counter("inbox.live.resyncs", "reason", reason.name()).increment();
    }
}
