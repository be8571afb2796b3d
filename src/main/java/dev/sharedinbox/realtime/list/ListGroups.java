package dev.sharedinbox.realtime.list;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.LogHead;
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
import java.util.UUID;
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
    private final Map<UUID, Open> boards = new HashMap<>();

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
        all().forEach(ListBoard::passTime);
    }

    /// Look at a list together with all who do, until [#leave].
    ///
    /// @param bell called when there may be more to pull; it must return at once
    public synchronized ListGroup join(LiveList list, Runnable bell) {
        var open = boards.computeIfAbsent(list.workspaceId(), this::board);
        var group = open.groups().computeIfAbsent(list, _ -> open(open.board(), list));
        group.addReplaying(bell);
        return group;
    }

    /// Look at a list no more.
    public synchronized void leave(ListGroup group, Runnable bell) {
        boards.computeIfPresent(group.list().workspaceId(), (_, open) -> {
            open.groups().computeIfPresent(group.list(), (_, left) -> left.remove(bell) ? close(left) : left);
            return open.groups().isEmpty() ? stop(open) : open;
        });
    }

    private synchronized List<ListBoard> all() {
        return boards.values().stream().map(Open::board).toList();
    }

    private Open board(UUID workspaceId) {
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        var board = new ListBoard(
                workspaceId,
                bell -> tails.listenForList(workspaceId, bell),
                () -> log.head(workspaceId).map(LogHead::position),
                reading,
                clock,
                context);
        return new Open(board, new HashMap<>());
    }

    private ListGroup open(ListBoard board, LiveList list) {
        metrics.opened();
        var group = new ListGroup(list, board, timeMoves, config, metrics, clock);
        board.add(group);
        return group;
    }

    private @Nullable ListGroup close(ListGroup group) {
        metrics.closed();
        group.board().remove(group);
        return null;
    }

    private static @Nullable Open stop(Open open) {
        open.board().stop();
        return null;
    }

    private record Open(ListBoard board, Map<LiveList, ListGroup> groups) {}
}
