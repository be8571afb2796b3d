package dev.sharedinbox.realtime.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who does what where in one workspace, bounded. A connection does each doing in one chat at a time. Somebody
/// who does the same in a chat through two connections stops when both have.
final class Whereabouts {

    private final int most;
    private final Map<Key, Presence> known = new LinkedHashMap<>();

    Whereabouts(int most) {
        this.most = most;
    }

    private record Key(Doing doing, UUID connectionId) {

        static Key of(Presence presence) {
            return new Key(presence.doing(), presence.connectionId());
        }
    }

    /// Whether there is no room for one more connection.
    boolean isFull() {
        return known.size() >= most;
    }

    /// Note a doing; return what to tell, which is nothing when there is no room for it.
    List<PresenceEvent> put(Presence presence) {
        var key = Key.of(presence);
        if (isFull() && !known.containsKey(key)) {
            return List.of();
        }
        var events = new ArrayList<PresenceEvent>();
        var before = known.put(key, presence);
        if (before != null && !before.isSameTo(presence)) {
            events.addAll(ended(before));
        }
        events.add(PresenceEvent.of(presence, true));
        return events;
    }

    /// Forget a doing; return what to tell.
    List<PresenceEvent> end(Doing doing, UUID connectionId) {
        var before = known.remove(new Key(doing, connectionId));
        return before == null ? List.of() : ended(before);
    }

    /// Forget what nobody renewed in time; return what to tell.
    List<PresenceEvent> expire(Instant now) {
        return known.values().stream().filter(presence -> !now.isBefore(presence.expiresAt())).toList().stream()
                .flatMap(presence -> end(presence.doing(), presence.connectionId()).stream())
                .toList();
    }

    @Nullable Presence of(Doing doing, UUID connectionId) {
        return known.get(new Key(doing, connectionId));
    }

    /// Everything that a connection does.
    List<Presence> of(UUID connectionId) {
        return Arrays.stream(Doing.values())
                .flatMap(doing -> Stream.ofNullable(of(doing, connectionId)))
                .toList();
    }

    /// Everybody who does it, in the order they began.
    List<Presence> all(Doing doing) {
        return known.values().stream()
                .filter(presence -> presence.doing() == doing)
                .toList();
    }

    private List<PresenceEvent> ended(Presence presence) {
        return known.values().stream().anyMatch(presence::isSameTo)
                ? List.of()
                : List.of(PresenceEvent.of(presence, false));
    }
}
