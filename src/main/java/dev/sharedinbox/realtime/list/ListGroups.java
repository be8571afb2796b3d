package dev.sharedinbox.realtime.list;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.realtime.tail.LogConfig;
import dev.sharedinbox.realtime.tail.Tails;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lists that anybody looks at on this node.
@ApplicationScoped
public class ListGroups {

    private final Tails tails;
    private final ChangeLog log;
    private final TimeMoves timeMoves;
    private final ListConfig config;
    private final LogConfig reading;
    private final ListMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final Map<LiveList, ListGroup> groups = new HashMap<>();

    ListGroups(
            Tails tails,
            ChangeLog log,
            TimeMoves timeMoves,
            ListConfig config,
            LogConfig reading,
            ListMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.tails = tails;
        this.log = log;
        this.timeMoves = timeMoves;
        this.config = config;
        this.reading = reading;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(config.interval().toMillis(), _ -> passTime());
    }

    /// Let all lists look at what time did to them.
    void passTime() {
        all().forEach(ListGroup::passTime);
    }

    /// Look at a list together with all who do, until [#leave].
    ///
    /// @param bell called when there may be more to pull; it must return at once
    public synchronized ListGroup join(LiveList list, Runnable bell) {
        var group = groups.computeIfAbsent(list, this::open);
        group.addReplaying(bell);
        return group;
    }

    /// Look at a list no more.
    public synchronized void leave(ListGroup group, Runnable bell) {
        groups.computeIfPresent(group.list(), (_, left) -> left.remove(bell) ? close(left) : left);
    }

    private synchronized List<ListGroup> all() {
        return List.copyOf(groups.values());
    }

    private ListGroup open(LiveList list) {
        metrics.opened();
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        return new ListGroup(
                list,
                bell -> tails.listenForList(list.workspaceId(), bell),
                log,
                timeMoves,
                config,
                reading,
                metrics,
                clock,
                context);
    }

    private @Nullable ListGroup close(ListGroup group) {
        metrics.closed();
        group.stop();
        return null;
    }
}
