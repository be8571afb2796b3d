package dev.sharedinbox.chat.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.ChatTallies.Counted;
import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.InboxException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts of lists for whoever asks. A list is counted once, however many ask at the same time, and not again while
/// nothing happens in the workspace.
@ApplicationScoped
public class RecentTallies {

    private static final int MOST_KEPT = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final BoundedCountView NOBODY_KNOWS = new BoundedCountView(0, false);

    private final ChatTallies tallies;
    private final Clock clock;
    private final Cache<Question, RecentTally> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST)
            .build();

    RecentTallies(ChatTallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /// @param list with the essence of its scope: viewers who see the same chats share it
    private record Question(UUID workspaceId, CountedList list, int limit) {

        static Question of(UUID workspaceId, CountedList list, int limit) {
            return new Question(workspaceId, new CountedList(list.scope().essence(), list.condition()), limit);
        }
    }

    /// Count lists of a workspace. One that takes too long to count is said to have more than none.
    ///
    /// @param head the change log now
    /// @param limit where to stop counting, for each number
    public Uni<Counted> count(UUID workspaceId, LogHead head, List<CountedList> lists, int limit) {
        var now = clock.instant();
        var questions = lists.stream()
                .map(list -> Question.of(workspaceId, list, limit))
                .toList();
        var answers = new HashMap<Question, RecentTally>();
        questions.forEach(question -> {
            var recent = known.getIfPresent(question);
            if (recent != null && recent.isGood(question.list().condition(), head, now)) {
                answers.put(question, recent);
            }
        });
        var missing = questions.stream()
                .filter(question -> !answers.containsKey(question))
                .distinct()
                .toList();
        answers.putAll(ask(missing, head, now));
        return together(questions.stream().map(answers::get).toList(), head, now);
    }

    private Map<Question, RecentTally> ask(List<Question> questions, LogHead head, Instant now) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        var counts = count(questions, head)
                .onFailure()
                .invoke(() -> known.invalidateAll(questions))
                .memoize()
                .indefinitely();
        var asked = new HashMap<Question, RecentTally>();
        for (var at = 0; at < questions.size(); at++) {
            var place = at;
            asked.put(questions.get(at), new RecentTally(head, now, counts.map(counted -> counted.get(place))));
        }
        known.putAll(asked);
        return asked;
    }

    private Uni<List<RecentTally.Tallied>> count(List<Question> questions, LogHead head) {
        return countNow(questions)
                .onFailure(RecentTallies::isTooBroad)
                .recoverWithUni(() -> Multi.createFrom()
                        .iterable(questions)
                        .onItem()
                        .transformToUniAndConcatenate(question -> countAlone(question, head))
                        .collect()
                        .asList());
    }

    private Uni<RecentTally.Tallied> countAlone(Question question, LogHead head) {
        return countNow(List.of(question))
                .map(List::getFirst)
                .onFailure(RecentTallies::isTooBroad)
                .recoverWithItem(() -> new RecentTally.Tallied(head, new ChatTally(NOBODY_KNOWS, NOBODY_KNOWS)));
    }

    private Uni<List<RecentTally.Tallied>> countNow(List<Question> questions) {
        var first = questions.getFirst();
        return tallies.count(
                        first.workspaceId(),
                        questions.stream().map(Question::list).toList(),
                        first.limit())
                .map(counted -> counted.tallies().stream()
                        .map(tally -> new RecentTally.Tallied(counted.head(), tally))
                        .toList());
    }

    private static boolean isTooBroad(Throwable failure) {
        return failure instanceof InboxException refusal && refusal.code() == ErrorCode.QUERY_TOO_BROAD;
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
