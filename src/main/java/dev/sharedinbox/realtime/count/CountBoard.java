package dev.sharedinbox.realtime.count;

import static java.util.Comparator.comparing;

import dev.sharedinbox.chat.list.tally.ChatTallies;
import dev.sharedinbox.platform.Loop;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts one workspace's stale counts for all its listeners on this node: several in one statement, one statement at
/// a time, and each count at most once in an interval. So what counting costs is bounded whatever happens.
final class CountBoard {

    private final UUID workspaceId;
    private final ChatTallies tallies;
    private final int limit;
    private final CountConfig config;
    private final CountMetrics metrics;
    private final Clock clock;
    private final Context context;
    private final Loop loop;
    private final Set<CountGroup> stale = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sleeps = new AtomicBoolean();

    /// @param limit where counting a list stops
    CountBoard(
            UUID workspaceId,
            ChatTallies tallies,
            int limit,
            CountConfig config,
            CountMetrics metrics,
            Clock clock,
            Context context) {
        this.workspaceId = workspaceId;
        this.tallies = tallies;
        this.limit = limit;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.context = context;
        loop = new Loop(context, this::next, failure -> Log.error("Counting stumbles", failure));
    }

    /// Count a group soon; returns at once, from any thread.
    void markStale(CountGroup group) {
        keep(group);
        loop.ask();
    }

    void forget(CountGroup group) {
        stale.remove(group);
    }

    void stop() {
        loop.stop();
    }

    /// Take the next step and return whether there may be more to count.
    private Uni<Boolean> next() {
        var now = clock.instant();
        var due = due(stale, now, config.interval())
                .flatMap(group -> group.news().map(news -> new Turn(group, news)).stream())
                .limit(config.batch())
                .toList();
        if (due.isEmpty()) {
            sleepUnlessAllIsFresh();
            return Uni.createFrom().item(false);
        }
        due.forEach(turn -> {
            stale.remove(turn.group());
            turn.group().tried(now);
        });
        return count(due, now)
                .onFailure()
                .recoverWithUni(failure -> oneByOne(due, failure))
                .replaceWith(true);
    }

    /// The groups that may be counted now. Those that waited longest come first: where counting takes longer than the
    /// interval, some are stale and due again before all had their turn.
    static Stream<CountGroup> due(Collection<CountGroup> stale, Instant now, Duration interval) {
        return stale.stream().filter(group -> group.isDue(now, interval)).sorted(comparing(CountGroup::triedAt));
    }

    private Uni<Void> count(List<Turn> due, Instant began) {
        var lists = due.stream().map(turn -> turn.group().counted()).toList();
        return tallies.count(workspaceId, lists, limit)
                .invoke(counted -> {
                    metrics.counted(due.size(), Duration.between(began, clock.instant()));
                    IntStream.range(0, due.size())
                            .forEach(i -> due.get(i)
                                    .group()
                                    .counted(
                                            counted.tallies().get(i),
                                            counted.head().position(),
                                            due.get(i).news()));
                })
                .replaceWithVoid();
    }

    /// A count that cannot be made must not keep the others from it.
    private Uni<Void> oneByOne(List<Turn> due, Throwable failure) {
        return due.size() == 1
                ? again(due.getFirst(), failure)
                : Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(turn -> count(List.of(turn), clock.instant())
                                .onFailure()
                                .recoverWithUni(cause -> again(turn, cause)))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private Uni<Void> again(Turn turn, Throwable failure) {
        metrics.failed();
        Log.debugf(failure, "A count of workspace %s failed; it is tried again", workspaceId);
        keep(turn.group());
        return Uni.createFrom().voidItem();
    }

    /// A group that closes meanwhile is forgotten after it says so; hence the look at it comes last.
    private void keep(CountGroup group) {
        stale.add(group);
        if (group.isClosed()) {
            stale.remove(group);
        }
    }

    private void sleepUnlessAllIsFresh() {
        if (!stale.isEmpty() && sleeps.compareAndSet(false, true)) {
            context.owner().setTimer(config.interval().dividedBy(4).toMillis() + 1, _ -> {
                sleeps.set(false);
                loop.ask();
            });
        }
    }

    /// @param news what had been decided before counting
    private record Turn(CountGroup group, long news) {}
}
