package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.filter.condition.Border;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;

/// In which order chats are listed: one or more segments after each other. A chat stands in the first that
/// takes it; the last takes all.
@Description("In which order chats are listed.")
public enum ChatSort {
    @Description("The chat in which something was written last comes first.")
    LAST_ACTIVITY,
    @Description("The chats whose customer waits for an answer come first, the one who has waited longest at the top;"
            + " then the others by last activity.")
    WAITING_LONGEST,
    @Description("The chats that are not closed and whose session window is open come first, the one that ends soonest"
            + " at the top; then the others by last activity.")
    SESSION_EXPIRING,
    @Description("The chat that began last comes first, by startedAt.")
    NEWEST,
    @Description("The unread chats come first, then the others; both by last activity.")
    UNREAD_FIRST;

    /// The stretches of the list, one after the other.
    public List<Segment> segments() {
        return switch (this) {
            case LAST_ACTIVITY -> List.of(Segment.ACTIVITY);
            case WAITING_LONGEST -> List.of(Segment.WAITING, Segment.ACTIVITY);
            case SESSION_EXPIRING -> List.of(Segment.EXPIRING, Segment.ACTIVITY);
            case NEWEST -> List.of(Segment.STARTED);
            case UNREAD_FIRST -> List.of(Segment.UNREAD, Segment.ACTIVITY);
        };
    }

    /// The moments at which chats change their place without a change of theirs.
    public Set<Border> borders() {
        return segments().stream()
                .flatMap(segment -> segment.borders().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Where a chat stands in this order at a time, as a text: the chat with the greater one comes first.
    public String keyOf(ChatView chat, Instant now) {
        return placeOf(chat, now).sortKey(this);
    }

    ListPlace placeOf(ChatView chat, Instant now) {
        return IntStream.range(0, segments().size())
                .mapToObj(segment -> segments()
                        .get(segment)
                        .of(chat, now)
                        .map(moment -> new ListPlace(segment, moment, UUID.fromString(chat.id()))))
                .flatMap(place -> place.stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The last segment takes every chat"));
    }
}
