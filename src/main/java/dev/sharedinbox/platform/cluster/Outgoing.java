package dev.sharedinbox.platform.cluster;

import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Signals on their way out. They gather for a moment, a newer one replacing an older one of the same key, and
/// leave together; the next ones leave when these have. So a slow link costs no memory beyond the bound, and
/// what it finally sends is what counts now. Safe for many threads.
final class Outgoing {

    private final NodeLink link;
    private final Function<Signal, NodeLink.Parcel> pack;
    private final Vertx vertx;
    private final ClusterConfig config;
    private final ClusterMetrics metrics;
    private final Map<Key, Signal> waiting = new LinkedHashMap<>();
    private boolean leaving;

    Outgoing(
            NodeLink link,
            Function<Signal, NodeLink.Parcel> pack,
            Vertx vertx,
            ClusterConfig config,
            ClusterMetrics metrics) {
        this.link = link;
        this.pack = pack;
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
    }

    private record Key(UUID workspaceId, String kind, String key) {}

    synchronized void add(Signal signal) {
        var key = new Key(signal.workspaceId(), signal.kind(), signal.key());
        if (waiting.size() >= config.mostWaiting() && !waiting.containsKey(key)) {
            metrics.lost(1);
            return;
        }
        waiting.put(key, signal);
        if (!leaving) {
            leaveSoon();
        }
    }

    private synchronized void leaveSoon() {
        leaving = !waiting.isEmpty();
        if (leaving) {
            vertx.setTimer(Math.max(1, config.gather().toMillis()), _ -> leave());
        }
    }

    private void leave() {
        var signals = take();
        link.send(signals.stream().map(pack).toList())
                .ifNoItem()
                .after(config.patience())
                .fail()
                .eventually(this::leaveSoon)
                .subscribe()
                .with(_ -> metrics.sent(signals.size()), failure -> lost(signals, failure));
    }

    private synchronized List<Signal> take() {
        var signals = List.copyOf(waiting.values());
        waiting.clear();
        return signals;
    }

    private void lost(List<Signal> signals, Throwable failure) {
        metrics.lost(signals.size());
        Log.debug("Other nodes were not signalled; they poll", failure);
    }
}
