package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list's count, which may be under way.
final class RecentTally {

    /// For how long it is good whatever happens.
    private static final Duration YOUNG = Duration.ofSeconds(1);
    /// For how long time alone may change it without anybody minding; as in live lists.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Instant asOf;
    private final Uni<Tallied> count;
    private volatile @Nullable LogHead head;

    /// What was counted.
    ///
    /// @param head the change log before counting
    record Tallied(LogHead head, ChatTally tally) {}

    /// @param asOf when counting began
    RecentTally(Instant asOf, Uni<Tallied> count) {
        this.asOf = asOf;
        this.count = count.invoke(counted -> head = counted.head());
    }

    Instant asOf() {
        return asOf;
    }

    Uni<Tallied> count() {
        return count;
    }

    /// Whether it may still be told: it is young, or nothing happened since.
    ///
    /// @param list what is counted
    /// @param current the change log now
    boolean isGood(Condition<ChatFacts> list, LogHead current, Instant now) {
        var age = Duration.between(asOf, now);
        return age.compareTo(YOUNG) < 0 || (isOf(current) && (list.borders().isEmpty() || age.compareTo(PATIENCE) < 0));
    }

    private boolean isOf(LogHead current) {
        var known = head;
        return known != null && known.life().equals(current.life()) && known.position() == current.position();
    }
}
