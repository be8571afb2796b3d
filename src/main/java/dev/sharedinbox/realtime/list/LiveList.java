package dev.sharedinbox.realtime.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.condition.Border;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.realtime.row.ListEvent;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list that somebody looks at. Lists with the same chats in the same order are equal, whoever looks at
/// them.
///
/// @param scope which chats its viewers may see, see [AccessScope#essence]
/// @param condition which of those are in it; bound to the viewer where it speaks of one
public record LiveList(UUID workspaceId, AccessScope scope, Condition<ChatFacts> condition, ChatSort sort) {

    /// The moments at which chats enter it, leave it or move in it without a change; empty when there are
    /// none.
    public Set<Border> borders() {
        return Stream.of(condition.borders(), sort.borders())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether time alone moves chats in it, into it or out of it.
    boolean movesWithTime() {
        return !borders().isEmpty();
    }

    /// Decide what becomes of a chat that something happened to; empty when nothing does.
    ///
    /// A chat that is not in the list and of which nobody knows whether it was is said to leave, unless its
    /// viewers could not have seen it: who has it not ignores that.
    ///
    /// @param now the time to judge it by
    /// @param asOf until when the list's viewers were told what time alone changed
    Optional<ListMove> decide(Sighting seen, Instant now, Instant asOf) {
        if (holds(seen, now)) {
            return Optional.of(wasIn(seen.past(), now, asOf) ? ListMove.UPDATED : ListMove.ENTERED);
        }
        return mayHaveBeenIn(seen, now, asOf) ? Optional.of(ListMove.LEFT) : Optional.empty();
    }

    /// Decide what becomes of a chat as time goes on from one moment to another, which passed one of its
    /// borders.
    Optional<ListMove> decide(ListRow row, Instant from, Instant to) {
        var facts = row.facts();
        if (!isVisible(facts.place())) {
            return Optional.empty();
        }
        if (!condition.holds(facts, to)) {
            return Optional.of(ListMove.LEFT);
        }
        if (!condition.holds(facts, from)) {
            return Optional.of(ListMove.ENTERED);
        }
        return sort.keyOf(row.chat(), from).equals(sort.keyOf(row.chat(), to))
                ? Optional.empty()
                : Optional.of(ListMove.UPDATED);
    }

    /// Tell of a chat that something happened to; empty when its viewers need not know.
    ///
    /// @param position the position in the change log at which it is told
    /// @param asOf until when its listener was told what time alone changed
    public Optional<ListEvent> tell(Sighting seen, long position, Instant now, Instant asOf) {
        return decide(seen, now, asOf).map(move -> event(position, asOf, now, false, move, seen.chatId(), seen.row()));
    }

    /// Tell what became of a row as time went on.
    ///
    /// @param now until when it went on, by which the row's place is judged
    public ListEvent tell(ListMove move, ListRow row, long position, Instant now, Instant asOf) {
        return event(position, asOf, now, true, move, row.chatId(), row);
    }

    private ListEvent event(
            long position,
            Instant asOf,
            Instant now,
            boolean byTime,
            ListMove move,
            UUID chatId,
            @Nullable ListRow row) {
        var shown = move == ListMove.LEFT ? null : row;
        var key = shown == null ? null : sort.keyOf(shown.chat(), now);
        return new ListEvent(position, asOf, byTime, move, chatId, shown, key);
    }

    /// Both places have to be visible: where it stands now, and where the row says it stood, which is what
    /// a later change is compared with.
    private boolean holds(Sighting seen, Instant now) {
        var place = seen.place();
        var row = seen.row();
        return place != null
                && row != null
                && isVisible(place)
                && isVisible(row.facts().place())
                && condition.holds(row.facts(), now);
    }

    private boolean mayHaveBeenIn(Sighting seen, Instant now, Instant asOf) {
        return switch (seen.past()) {
            case Past.Absent _ -> false;
            case Past.Known _ -> wasIn(seen.past(), now, asOf) || isTakenAway(seen);
            case Past.Unknown _ ->
                Stream.of(Optional.ofNullable(seen.place()), seen.placeBefore())
                        .flatMap(Optional::stream)
                        .anyMatch(this::isVisible);
        };
    }

    /// Its viewers could see it before this change and cannot any more. An earlier row may have shown that
    /// already and been told as a leave; but a listener that replayed that row on its own heard nothing,
    /// because nobody hears of a chat that they could not have seen. This change says that they could.
    private boolean isTakenAway(Sighting seen) {
        return seen.placeBefore().filter(this::isVisible).isPresent()
                && (seen.place() == null || !isVisible(seen.place()));
    }

    /// It was in the list when any moment at which it may have been told says so.
    private boolean wasIn(Past past, Instant now, Instant asOf) {
        return past instanceof Past.Known(var facts, var seenAt)
                && isVisible(facts.place())
                && (movesWithTime() ? List.of(seenAt, asOf, now) : List.of(now))
                        .stream().anyMatch(time -> condition.holds(facts, time));
    }

    private boolean isVisible(ChatPlace place) {
        return scope.allows(place);
    }
}
