package dev.sharedinbox.chat.list.tally;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A list's count, which may be under way.
final class RecentTally {

    /// For how long time alone may change it without anybody minding; as in live lists.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// What was not quick to count is told again for so many times as long as it took longer. So what
    /// counting costs has a bound however much happens, and the busier the database is, the less it is asked.
    private static final int REST = 10;
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Instant asOf;
    private final Uni<Tallied> count;
    /// The count is at least as new.
    private volatile LogHead head;
    /// Until when it is told whatever happens.
    private volatile Instant restsUntil = Instant.MIN;

    /// What was counted.
    ///
    /// @param head the change log before counting
    record Tallied(LogHead head, ChatTally tally) {}

    /// @param head the change log now, when it is asked for
    /// @param quick what takes no longer is counted anew whenever something happened
    RecentTally(LogHead head, InstantSource clock, Duration quick, Uni<Tallied> count) {
        this.head = head;
        asOf = clock.instant();
        this.count = count.invoke(counted -> {
            this.head = counted.head();
            if (isUnderWay()) {
                var now = clock.instant();
                restsUntil = now.plus(rest(now, quick));
            }
        });
    }

    boolean isUnderWay() {
        return restsUntil.equals(Instant.MIN);
    }

    Instant asOf() {
        return asOf;
    }

    Uni<Tallied> count() {
        return count;
    }

    /// Whether it may be told now: nothing happened since, or it took so long to count that it is not counted again
    /// yet.
    ///
    /// @param list what is counted
    /// @param current the change log now
    boolean isGood(Condition<ChatFacts> list, LogHead current, Instant now) {
        return head.life().equals(current.life())
                && (head.position() >= current.position() || restsUntil.isAfter(now))
                && (list.borders().isEmpty() || asOf.plus(PATIENCE).isAfter(now));
    }

    private Duration rest(Instant counted, Duration quick) {
        var rest = Duration.between(asOf, counted).minus(quick).multipliedBy(REST);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
