package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/// A list's count, which may be under way.
final class RecentTally {

    /// For how long time alone may change it without anybody minding; as in live lists.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instant asOf;
    private final Uni<Tallied> count;
    /// The count is at least as new.
    private volatile LogHead head;

    /// What was counted.
    ///
    /// @param head the change log before counting
    record Tallied(LogHead head, ChatTally tally) {}

    /// @param head the change log when it was asked for
    /// @param asOf when that was
    RecentTally(LogHead head, Instant asOf, Uni<Tallied> count) {
        this.head = head;
        this.asOf = asOf;
        this.count = count.invoke(counted -> this.head = counted.head());
    }

    Instant asOf() {
        return asOf;
    }

    Uni<Tallied> count() {
        return count;
    }

    /// Whether it may be told now, because nothing happened since.
    ///
    /// @param list what is counted
    /// @param current the change log now
    boolean isGood(Condition<ChatFacts> list, LogHead current, Instant now) {
        return head.life().equals(current.life())
                && head.position() >= current.position()
                && (list.borders().isEmpty() || asOf.plus(PATIENCE).isAfter(now));
    }
}
