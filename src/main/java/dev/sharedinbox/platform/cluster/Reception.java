package dev.sharedinbox.platform.cluster;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a node listening on exactly the channels it wants, over lost connections and changing wishes: it takes
/// one step at a time towards what is wanted, and begins anew, after a pause that grows, when a step fails.
/// Confined to its context, except for [#adjust], [#ifHeld] and [#stop].
final class Reception {

    private static final int BEATS_OF_SILENCE = 3;

    private final NodeLink link;
    private final Supplier<Set<String>> wanted;
    private final BiConsumer<String, String> heard;
    private final Consumer<String> joined;
    private final Context context;
    private final Clock clock;
    private final ClusterConfig config;
    private final ClusterMetrics metrics;
    /// The channels it listens on by now.
    private final Set<String> held = new HashSet<>();

    private NodeLink.@Nullable Ear ear;
    private boolean stepping;
    /// The last step: one of a lost connection must neither end well nor badly once the next is open.
    private @Nullable Cancellable underWay;

    private boolean pausing;
    private volatile boolean stopped;
    private int failures;
    private Instant heardAt;

    /// @param wanted the channels to listen on; asked again and again
    /// @param joined told of each channel from whose now on everything is heard
    Reception(
            NodeLink link,
            Supplier<Set<String>> wanted,
            BiConsumer<String, String> heard,
            Consumer<String> joined,
            Context context,
            Clock clock,
            ClusterConfig config,
            ClusterMetrics metrics) {
        this.link = link;
        this.wanted = wanted;
        this.heard = heard;
        this.joined = joined;
        this.context = context;
        this.clock = clock;
        this.config = config;
        this.metrics = metrics;
        heardAt = clock.instant();
    }

    /// Look again at what is wanted, soon; returns at once, from any thread.
    void adjust() {
        context.runOnContext(_ -> step());
    }

    /// Do something, soon and on the context, unless everything on the channel is yet to be heard.
    void ifHeld(String channel, Runnable then) {
        context.runOnContext(_ -> {
            if (held.contains(channel)) {
                then.run();
            }
        });
    }

    void stop() {
        stopped = true;
        context.runOnContext(_ -> let().subscribe().with(_ -> {}));
    }

    /// Take notice of silence: to be called now and then. A connection that brings not even our own signals is
    /// dead.
    void check() {
        context.runOnContext(_ -> {
            if (ear != null
                    && heardAt.plus(config.heartbeat().multipliedBy(BEATS_OF_SILENCE))
                            .isBefore(clock.instant())) {
                failed(new IllegalStateException("The node does not hear itself"));
            }
        });
    }

    private void step() {
        if (stepping || pausing || stopped) {
            return;
        }
        next().ifPresent(step -> {
            stepping = true;
            underWay = step.subscribe().with(_ -> stepped(), this::failed);
        });
    }

    private void stepped() {
        stepping = false;
        failures = 0;
        step();
    }

    private Optional<Uni<Void>> next() {
        var listening = ear;
        if (listening == null) {
            return Optional.of(open());
        }
        var wishes = wanted.get();
        return wishes.stream()
                .filter(channel -> !held.contains(channel))
                .findAny()
                .map(channel -> inTime(listening.listen(channel)).invoke(() -> hold(channel)))
                .or(() -> List.copyOf(held).stream()
                        .filter(channel -> !wishes.contains(channel))
                        .findAny()
                        .map(channel -> inTime(listening.unlisten(channel)).invoke(() -> drop(channel))));
    }

    /// A connection that opens after we lost patience is closed.
    private Uni<NodeLink.Ear> opening() {
        var opening = link.open(this::hear, () -> failed(new IllegalStateException("The connection ended")))
                .memoize()
                .indefinitely();
        return opening.onCancellation()
                .invoke(() -> opening.chain(NodeLink.Ear::close).subscribe().with(_ -> {}, _ -> {}));
    }

    private <T> Uni<T> inTime(Uni<T> step) {
        return here(step.ifNoItem().after(config.patience()).fail());
    }

    private <T> Uni<T> here(Uni<T> step) {
        return step.emitOn(work -> context.runOnContext(_ -> work.run()));
    }

    private Uni<Void> open() {
        return inTime(opening())
                .invoke(opened -> {
                    ear = opened;
                    heardAt = clock.instant();
                    metrics.connected();
                    Log.debugf("Hearing other nodes by %s", link.name());
                })
                .replaceWithVoid();
    }

    private void hold(String channel) {
        held.add(channel);
        metrics.listening(held.size());
        joined.accept(channel);
    }

    private void drop(String channel) {
        held.remove(channel);
        metrics.listening(held.size());
    }

    private void hear(String channel, String payload) {
        context.runOnContext(_ -> {
            heardAt = clock.instant();
            heard.accept(channel, payload);
        });
    }

    private void failed(Throwable failure) {
        context.runOnContext(_ -> {
            if (stopped || pausing) {
                return;
            }
            var pause = pause();
            if (failures++ == 0) {
                Log.warnf(failure, "No longer hearing other nodes by %s; listening again in %s", link.name(), pause);
            }
            pausing = true;
            stepping = false;
            if (underWay != null) {
                underWay.cancel();
            }
            let().subscribe().with(_ -> {});
            context.owner().setTimer(pause.toMillis(), _ -> {
                pausing = false;
                adjust();
            });
        });
    }

    private Duration pause() {
        var grown = config.reconnect().first().multipliedBy(1L << Math.min(failures, 16));
        return grown.compareTo(config.reconnect().longest()) < 0
                ? grown
                : config.reconnect().longest();
    }

    /// Let go of the connection, if there is one.
    private Uni<Void> let() {
        var letting = ear;
        ear = null;
        held.clear();
        if (letting == null) {
            return Uni.createFrom().voidItem();
        }
        metrics.disconnected();
        return letting.close();
    }
}
