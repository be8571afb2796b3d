package dev.sharedinbox.realtime.tail;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.change.WakeUps.Registration;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tails of this node: one for each workspace that anybody listens to.
@ApplicationScoped
public class Tails {

    private final ChangeLog log;
    private final FeedReader reader;
    private final WakeUps wakeUps;
    private final LogConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Map<UUID, Running> running = new HashMap<>();

    Tails(ChangeLog log, FeedReader reader, WakeUps wakeUps, LogConfig config, Clock clock, Vertx vertx) {
        this.log = log;
        this.reader = reader;
        this.wakeUps = wakeUps;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(config.poll().toMillis(), _ -> all().forEach(Tail::look));
    }

    /// Listen to a workspace until the entries are closed: ring the bell whenever there may be more to pull.
    public synchronized Entries listen(UUID workspaceId, Runnable bell) {
        var tail = running.computeIfAbsent(workspaceId, this::run).tail();
        tail.add(bell);
        return new Listening(workspaceId, tail, bell);
    }

    /// Listen for a list: from now on, entries tell how their chats were before.
    public synchronized Entries listenForList(UUID workspaceId, Runnable bell) {
        var tail = running.computeIfAbsent(workspaceId, this::run).tail();
        tail.memory().open();
        tail.add(bell);
        return new Listening(workspaceId, tail, bell) {
            @Override
            public void close() {
                tail.memory().close();
                super.close();
            }
        };
    }

    private synchronized void leave(UUID workspaceId, Runnable bell) {
        running.computeIfPresent(workspaceId, (_, left) -> left.tail().remove(bell) ? left.stop() : left);
    }

    private synchronized List<Tail> all() {
        return running.values().stream().map(Running::tail).toList();
    }

    private Running run(UUID workspaceId) {
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        var tail = new Tail(workspaceId, log, reader, config, clock, context);
        tail.look();
        return new Running(tail, wakeUps.listen(workspaceId, tail::look));
    }

    private class Listening implements Entries {

        private final UUID workspaceId;
        private final Tail tail;
        private final Runnable bell;

        Listening(UUID workspaceId, Tail tail, Runnable bell) {
            this.workspaceId = workspaceId;
            this.tail = tail;
            this.bell = bell;
        }

        @Override
        public Uni<List<FeedEntry>> after(long position, int limit) {
            return tail.after(position, limit);
        }

        @Override
        public Optional<List<FeedEntry>> atHand(long position, int limit) {
            return tail.atHand(position, limit);
        }

        @Override
        public long newest() {
            return tail.newest();
        }

        @Override
        public void close() {
            leave(workspaceId, bell);
        }
    }

    private record Running(Tail tail, Registration wakeUps) {
        @Nullable Running stop() {
            wakeUps.close();
            tail.stop();
            return null;
        }
    }
}
