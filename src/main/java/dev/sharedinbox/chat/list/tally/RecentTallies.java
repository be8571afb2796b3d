package dev.sharedinbox.chat.list.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.page.ListBounds;
import dev.sharedinbox.chat.list.tally.ChatTallies.Counted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Counts of lists for whoever asks. A list is counted once, however many ask at the same time, and not again while
/// nothing happens in the workspace, nor all the time when that takes long.
@ApplicationScoped
public class RecentTallies {

    private static final int MOST_KEPT = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TimedTallies tallies;
    private final ListBounds bounds;
    private final Clock clock;
    private final Cache<Question, RecentTally> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST)
            .build();

    RecentTallies(TimedTallies tallies, ListBounds bounds, Clock clock) {
        this.tallies = tallies;
        this.bounds = bounds;
        this.clock = clock;
    }

    /// @param list with the essence of its scope: viewers who see the same chats share it
    private record Question(UUID workspaceId, CountedList list, int limit) {

        static Question of(UUID workspaceId, CountedList list, int limit) {
            return new Question(workspaceId, new CountedList(list.scope().essence(), list.condition()), limit);
        }
    }

    /// Count lists of a workspace. One that takes too long to count is said to have more than none. While a list is
    /// being counted nobody counts it a second time: whoever asks after something happened waits for that to end.
    ///
    /// @param head the change log now
    /// @param limit where to stop counting, for each number
    public Uni<Counted> count(UUID workspaceId, LogHead head, List<CountedList> lists, int limit) {
        var questions = lists.stream()
                .map(list -> Question.of(workspaceId, list, limit))
                .toList();
        var outrun = questions.stream()
                .flatMap(question -> recent(question).filter(RecentTally::isUnderWay).stream()
                        .filter(tally -> !tally.isGood(question.list().condition(), head, clock.instant())))
                .map(RecentTally::count)
                .toList();
        return outrun.isEmpty()
                ? count(questions, head)
                : Uni.join()
                        .all(outrun)
                        .andCollectFailures()
                        .onItemOrFailure()
                        .transformToUni((_, _) -> count(workspaceId, head, lists, limit));
    }

    private Uni<Counted> count(List<Question> questions, LogHead head) {
        var now = clock.instant();
        var answers = new HashMap<Question, RecentTally>();
        questions.forEach(question -> recent(question)
                .filter(tally -> tally.isGood(question.list().condition(), head, now))
                .ifPresent(tally -> answers.put(question, tally)));
        var missing = questions.stream()
                .filter(question -> !answers.containsKey(question))
                .distinct()
                .toList();
        answers.putAll(ask(missing, head));
        return together(questions.stream().map(answers::get).toList(), head, now);
    }

    private Optional<RecentTally> recent(Question question) {
        return Optional.ofNullable(known.getIfPresent(question));
    }

    private Map<Question, RecentTally> ask(List<Question> questions, LogHead head) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        var first = questions.getFirst();
        var counts = tallies.count(
                        first.workspaceId(),
                        head,
                        questions.stream().map(Question::list).toList(),
                        first.limit())
                .onFailure()
                .invoke(() -> known.invalidateAll(questions))
                .memoize()
                .indefinitely();
        var asked = new HashMap<Question, RecentTally>();
        for (var at = 0; at < questions.size(); at++) {
            var place = at;
            asked.put(
                    questions.get(at),
                    new RecentTally(head, clock, bounds.quickCount(), counts.map(counted -> counted.get(place))));
        }
        known.putAll(asked);
        return asked;
    }

    private static Uni<Counted> together(List<RecentTally> answers, LogHead head, Instant now) {
        return answers.isEmpty()
                ? Uni.createFrom().item(new Counted(head, now, List.of()))
                : Uni.join()
                        .all(answers.stream().map(RecentTally::count).toList())
                        .andFailFast()
                        .map(counts -> new Counted(
                                counts.stream()
                                        .map(RecentTally.Tallied::head)
                                        .min(Comparator.comparingLong(LogHead::position))
                                        .orElse(head),
                                answers.stream()
                                        .map(RecentTally::asOf)
                                        .min(Comparator.naturalOrder())
                                        .orElse(now),
                                counts.stream().map(RecentTally.Tallied::tally).toList()));
    }
}
