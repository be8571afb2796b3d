package dev.sharedinbox.realtime.presence;

import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.platform.cluster.NodeBus;
import dev.sharedinbox.platform.cluster.Signal;
import dev.sharedinbox.platform.cluster.SignalListener;
import dev.sharedinbox.team.access.ChatPlace;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Collectors;

/// One workspace, as seen from this node: the connections here, and what they and those of other nodes do.
/// Events are told in the order they came, a batch at a time, with where their chats stand at that moment.
/// Safe for many threads.
final class Floor implements SignalListener {

    private static final String QUESTION = "presence.asked";

    private final UUID workspaceId;
    private final ChatReader chats;
    private final NodeBus bus;
    private final PresenceConfig config;
    private final PresenceMetrics metrics;
    private final Clock clock;
    private final Context context;
    private final Whereabouts whereabouts;
    private final Map<UUID, Audience> audiences = new HashMap<>();
    private final Queue<PresenceEvent> waiting = new ArrayDeque<>();
    private final List<NodeBus.Registration> hearing;
    private boolean telling;

    Floor(
            UUID workspaceId,
            ChatReader chats,
            NodeBus bus,
            PresenceConfig config,
            PresenceMetrics metrics,
            Clock clock,
            Context context) {
        this.workspaceId = workspaceId;
        this.chats = chats;
        this.bus = bus;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.context = context;
        this.whereabouts = new Whereabouts(config.mostPerWorkspace());
        this.hearing = List.of(
                bus.listen(workspaceId, Announcement.KIND, this), bus.listen(workspaceId, QUESTION, new Asked()));
    }

    synchronized void enter(UUID connectionId, Audience audience) {
        audiences.put(connectionId, audience);
    }

    /// Forget a connection and end what it did; return whether nobody is left.
    synchronized boolean leave(UUID connectionId) {
        audiences.remove(connectionId);
        whereabouts.of(connectionId).forEach(this::end);
        return audiences.isEmpty();
    }

    void close() {
        hearing.forEach(NodeBus.Registration::close);
    }

    /// A connection of this node does something for as long as such a thing counts.
    synchronized void begin(Doing doing, UUID chatId, UUID connectionId, Person person) {
        var now = clock.instant();
        if (audiences.containsKey(connectionId)) {
            var presence = new Presence(doing, chatId, connectionId, person, now.plus(doing.lifetime(config)));
            put(presence);
            bus.tell(Announcement.of(presence).signal(workspaceId, now));
        }
    }

    synchronized void end(Presence presence) {
        tellSoon(whereabouts.end(presence.doing(), presence.connectionId()));
        bus.tell(Announcement.ended(presence).signal(workspaceId, clock.instant()));
    }

    synchronized Optional<Presence> of(Doing doing, UUID connectionId) {
        return Optional.ofNullable(whereabouts.of(doing, connectionId));
    }

    synchronized List<Presence> all(Doing doing) {
        return whereabouts.all(doing);
    }

    synchronized void expire(Instant now) {
        tellSoon(whereabouts.expire(now));
    }

    @Override
    public synchronized void hear(String body) {
        Announcement.read(body, clock.instant()).ifPresent(announced -> {
            var presence = announced.presence();
            if (presence == null) {
                tellSoon(whereabouts.end(announced.doing(), announced.connectionId()));
            } else {
                put(presence);
            }
        });
    }

    /// What was said before is lost: ask for it, and say again what others may have missed.
    @Override
    public void joined() {
        bus.tell(Signal.bare(workspaceId, QUESTION));
        announceAll();
    }

    private synchronized void announceAll() {
        var now = clock.instant();
        audiences.keySet().stream()
                .flatMap(connection -> whereabouts.of(connection).stream())
                .forEach(presence -> bus.tell(Announcement.of(presence).signal(workspaceId, now)));
    }

    private void put(Presence presence) {
        var events = whereabouts.put(presence);
        if (events.isEmpty()) {
            metrics.dropped(1);
        }
        tellSoon(events);
    }

    private void tellSoon(List<PresenceEvent> events) {
        if (audiences.isEmpty()) {
            return;
        }
        for (var event : events) {
            if (waiting.size() < config.mostWaiting()) {
                waiting.add(event);
            } else {
                metrics.dropped(1);
            }
        }
        if (!telling && !waiting.isEmpty()) {
            telling = true;
            context.runOnContext(_ -> tell());
        }
    }

    /// The places are read each time, so that nobody hears of a chat they have just lost.
    private void tell() {
        var events = take();
        var ids = events.stream().map(PresenceEvent::chatId).collect(Collectors.toUnmodifiableSet());
        chats.places(workspaceId, ids)
                .eventually(this::goOn)
                .subscribe()
                .with(places -> tell(events, places), failure -> {
                    metrics.dropped(events.size());
                    Log.debug("Nobody was told who is typing", failure);
                });
    }

    private void tell(List<PresenceEvent> events, Map<UUID, ChatPlace> places) {
        var there = listening();
        for (var event : events) {
            var place = places.get(event.chatId());
            if (place != null) {
                there.forEach((connection, audience) -> {
                    if (!connection.equals(event.connectionId())) {
                        audience.tell(event, place);
                    }
                });
            }
        }
        metrics.told(events.size());
    }

    private synchronized Map<UUID, Audience> listening() {
        return Map.copyOf(audiences);
    }

    private synchronized List<PresenceEvent> take() {
        var events = List.copyOf(waiting);
        waiting.clear();
        return events;
    }

    private synchronized void goOn() {
        telling = false;
        tellSoon(List.of());
    }

    /// Answers nodes that have just begun to listen.
    private final class Asked implements SignalListener {

        @Override
        public void hear(String body) {
            announceAll();
        }

        @Override
        public void joined() {}
    }
}
