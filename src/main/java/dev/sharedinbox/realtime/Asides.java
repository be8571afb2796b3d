package dev.sharedinbox.realtime;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.channel.event.AccountEventBook;
import dev.sharedinbox.channel.event.AccountEvents;
import dev.sharedinbox.channel.status.NumberStatuses;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.space.SpaceAudiences;
import dev.sharedinbox.space.SpaceChanges;
import dev.sharedinbox.space.SpaceSight;
import dev.sharedinbox.team.People;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what changes name that is no chat. It asks for nothing when they name nothing.
@ApplicationScoped
class Asides {

    private final AccountEventBook events;
    private final NumberStatuses numbers;
    private final People people;
    private final SpaceAudiences spaces;

    Asides(AccountEventBook events, NumberStatuses numbers, People people, SpaceAudiences spaces) {
        this.events = events;
        this.numbers = numbers;
        this.people = people;
        this.spaces = spaces;
    }

    /// Return what to show beside each of these changes.
    Uni<Function<Change, Aside>> of(UUID workspaceId, List<Change> changes) {
        return events.events(workspaceId, named(changes, AccountEvents.EVENT_ID))
                .chain(eventsById -> numbers.of(workspaceId, named(changes, AccountEvents.NUMBER_ID))
                        .chain(numbersById -> people.byId(workspaceId, named(changes, People.USER_ID))
                                .chain(usersById -> spaces.of(workspaceId, named(changes, SpaceChanges.SPACE_ID))
                                        .map(audiences -> change -> new Aside(
                                                of(change, AccountEvents.EVENT_ID, eventsById),
                                                of(change, AccountEvents.NUMBER_ID, numbersById),
                                                of(change, People.USER_ID, usersById),
                                                id(change, SpaceChanges.SPACE_ID)
                                                        .map(id -> SpaceSight.of(change, id, audiences))
                                                        .orElse(null))))));
    }

    private static <T> @Nullable T of(Change change, String name, Map<UUID, T> byId) {
        return id(change, name).flatMap(id -> Optional.ofNullable(byId.get(id))).orElse(null);
    }

    private static Set<UUID> named(List<Change> changes, String name) {
        return changes.stream().flatMap(change -> id(change, name).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<UUID> id(Change change, String name) {
        return Optional.ofNullable(change.detail().getString(name)).flatMap(Ids::parse);
    }
}
