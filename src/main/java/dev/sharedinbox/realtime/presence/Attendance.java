package dev.sharedinbox.realtime.presence;

import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.People;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// One connection's part in who is typing and viewing. What its user says they do is told only of chats they
/// may see; whether they still may is asked again at each renewal.
public final class Attendance implements AutoCloseable {

    private final UUID connectionId;
    private final Floor floor;
    private final Supplier<Uni<Viewer>> viewer;
    private final ChatReader chats;
    private final People people;
    private final Clock clock;
    private final PresenceConfig config;
    private final Runnable leave;

    Attendance(
            UUID connectionId,
            Floor floor,
            Supplier<Uni<Viewer>> viewer,
            ChatReader chats,
            People people,
            Clock clock,
            PresenceConfig config,
            Runnable leave) {
        this.connectionId = connectionId;
        this.floor = floor;
        this.viewer = viewer;
        this.chats = chats;
        this.people = people;
        this.clock = clock;
        this.config = config;
        this.leave = leave;
    }

    /// The user does something in a chat, in place of another chat where they did it; fails with `NOT_FOUND`
    /// when they cannot see it.
    public Uni<Void> begin(Doing doing, UUID chatId) {
        return viewer.get()
                .call(who -> requireVisible(who, chatId))
                .chain(this::person)
                .invoke(person -> floor.begin(doing, chatId, connectionId, person))
                .replaceWithVoid();
    }

    /// The user does it no more, in no chat.
    public void end(Doing doing) {
        floor.of(doing, connectionId).ifPresent(floor::end);
    }

    /// The user does it no more in this chat.
    public void end(Doing doing, UUID chatId) {
        floor.of(doing, connectionId)
                .filter(presence -> presence.chatId().equals(chatId))
                .ifPresent(floor::end);
    }

    /// The connection is alive: what its user views counts for longer, unless they may no longer see it. Call
    /// it at each heartbeat; most of the time it does nothing.
    public Uni<Void> renew() {
        return floor.of(Doing.VIEWING, connectionId)
                .filter(this::isAgeing)
                .map(presence -> begin(Doing.VIEWING, presence.chatId())
                        .onFailure(InboxException.class)
                        .recoverWithUni(() -> Uni.createFrom().voidItem().invoke(() -> floor.end(presence))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /// Who else views a chat now, as events to begin with.
    public List<PresenceEvent> viewersOf(UUID chatId) {
        return floor.all(Doing.VIEWING).stream()
                .filter(presence -> presence.chatId().equals(chatId)
                        && !presence.connectionId().equals(connectionId))
                .map(presence -> PresenceEvent.of(presence, true))
                .toList();
    }

    /// End everything the connection did.
    @Override
    public void close() {
        leave.run();
    }

    private boolean isAgeing(Presence presence) {
        var young = config.viewing().multipliedBy(3).dividedBy(4);
        return clock.instant().plus(young).isAfter(presence.expiresAt());
    }

    private Uni<Person> person(Viewer who) {
        return people.byId(who.workspaceId(), Set.of(who.userId()))
                .map(found -> Optional.ofNullable(found.get(who.userId()))
                        .map(user -> new Person(who.userId(), user.name()))
                        .orElseThrow(() -> InboxException.notFound("user")));
    }

    private Uni<Void> requireVisible(Viewer who, UUID chatId) {
        return chats.places(who.workspaceId(), Set.of(chatId))
                .map(places -> Optional.ofNullable(places.get(chatId))
                        .filter(who.scope()::allows)
                        .orElseThrow(() -> InboxException.notFound("chat", "chatId")))
                .replaceWithVoid();
    }
}
