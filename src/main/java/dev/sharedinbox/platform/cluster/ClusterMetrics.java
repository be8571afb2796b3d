package dev.sharedinbox.platform.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator watches of the signals between nodes.
@ApplicationScoped
class ClusterMetrics {

    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicInteger channels = new AtomicInteger();
    private final Counter sent;
    private final Counter heard;
    private final Counter lost;
    private final Counter disconnects;

    ClusterMetrics(MeterRegistry meters) {
        sent = meters.counter("inbox.cluster.signals.sent");
        heard = meters.counter("inbox.cluster.signals.heard");
        lost = meters.counter("inbox.cluster.signals.lost");
        disconnects = meters.counter("inbox.cluster.disconnects");
        Gauge.builder("inbox.cluster.connected", connected, AtomicInteger::get).register(meters);
        Gauge.builder("inbox.cluster.channels", channels, AtomicInteger::get).register(meters);
    }

    void sent(int signals) {
        sent.increment(signals);
    }

    void heard() {
        heard.increment();
    }

    /// Signals that were not sent, because too many waited or because sending failed.
    void lost(int signals) {
        lost.increment(signals);
    }

    void connected() {
        connected.set(1);
    }

    void disconnected() {
        connected.set(0);
        channels.set(0);
        disconnects.increment();
    }

    void listening(int to) {
        channels.set(to);
    }

    boolean isConnected() {
        return connected.get() > 0;
    }

    int channels() {
        return channels.get();
    }
}
