package dev.sharedinbox.realtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of everything live.
@ApplicationScoped
class LiveMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final Counter events;
    private final Counter decisions;
    private final Counter moves;

    LiveMetrics(MeterRegistry meters) {
        this.meters = meters;
        events = meters.counter("inbox.live.events");
        decisions = meters.counter("inbox.live.list.decisions");
        moves = meters.counter("inbox.live.list.moves");
        Gauge.builder("inbox.live.lists", lists, AtomicInteger::get).register(meters);
        Gauge.builder("inbox.live.sockets", sockets, AtomicInteger::get).register(meters);
        Gauge.builder("inbox.live.subscriptions", subscriptions, AtomicInteger::get)
                .register(meters);
    }

    /// A list that somebody looks at was opened or closed on this node; equal lists count once.
    void listOpened() {
        lists.incrementAndGet();
    }

    void listClosed() {
        lists.decrementAndGet();
    }

    /// It was decided what a change means for a list.
    void decided(boolean meansSomething) {
        decisions.increment();
        if (meansSomething) {
            moves.increment();
        }
    }

    void opened() {
        sockets.incrementAndGet();
    }

    void closed() {
        sockets.decrementAndGet();
    }

    void subscribed() {
        subscriptions.incrementAndGet();
    }

    void unsubscribed() {
        subscriptions.decrementAndGet();
    }

    void delivered() {
        events.increment();
    }

    void resynced(ResyncReason reason) {
        meters.counter("inbox.live.resyncs", "reason", reason.name()).increment();
    }

    /// A client that took nothing any more was cut off.
    void cutOff() {
        meters.counter("inbox.live.cut").increment();
    }

    /// Who is typing or viewing was not told to a client that is too slow for it.
    void presenceDropped(int events) {
        meters.counter("inbox.presence.dropped").increment(events);
    }

    void closing(CloseCode code) {
        meters.counter("inbox.live.closes", "reason", code.name()).increment();
    }
}
