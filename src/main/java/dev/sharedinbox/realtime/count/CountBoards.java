package dev.sharedinbox.realtime.count;

import static java.util.Objects.requireNonNull;

import dev.sharedinbox.chat.list.tally.ChatTallies;
import dev.sharedinbox.realtime.list.ListGroups;
import dev.sharedinbox.realtime.list.LiveList;
import dev.sharedinbox.space.count.CountedSpaces;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The counts that anybody looks at on this node.
@ApplicationScoped
class CountBoards {

    private final ListGroups lists;
    private final ChatTallies tallies;
    private final CountedSpaces spaces;
    private final CountConfig config;
    private final CountMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final Map<UUID, Open> boards = new HashMap<>();

    CountBoards(
            ListGroups lists,
            ChatTallies tallies,
            CountedSpaces spaces,
            CountConfig config,
            CountMetrics metrics,
            Clock clock,
            Vertx vertx) {
        this.lists = lists;
        this.tallies = tallies;
        this.spaces = spaces;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
    }

    /// Look at the count of a list together with all who do, until [#leave].
    ///
    /// @param bell called when there may be more to pull; it must return at once
    synchronized CountGroup join(LiveList list, Runnable bell) {
        var open = boards.computeIfAbsent(list.workspaceId(), this::board);
        var group = open.groups().computeIfAbsent(list, _ -> open(open.board(), list));
        group.add(bell);
        return group;
    }

    synchronized void leave(CountGroup group, Runnable bell) {
        boards.computeIfPresent(group.list().workspaceId(), (_, open) -> {
            open.groups().computeIfPresent(group.list(), (_, left) -> left.remove(bell) ? close(open, left) : left);
            return open.groups().isEmpty() ? stop(open) : open;
        });
    }

    private Open board(UUID workspaceId) {
        var context = requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        var board = new CountBoard(workspaceId, tallies, spaces.limit(), config, metrics, clock, context);
        return new Open(board, new HashMap<>());
    }

    private CountGroup open(CountBoard board, LiveList list) {
        metrics.opened();
        var group = new CountGroup(list, board::markStale);
        group.open(lists);
        return group;
    }

    private @Nullable CountGroup close(Open open, CountGroup group) {
        metrics.closed();
        group.close(lists);
        open.board().forget(group);
        return null;
    }

    private static @Nullable Open stop(Open open) {
        open.board().stop();
        return null;
    }

    private record Open(CountBoard board, Map<LiveList, CountGroup> groups) {}
}
