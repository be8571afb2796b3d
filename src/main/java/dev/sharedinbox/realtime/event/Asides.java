package dev.sharedinbox.realtime.event;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.channel.event.AccountEventBook;
import dev.sharedinbox.channel.event.AccountEvents;
import dev.sharedinbox.channel.status.NumberStatuses;
import dev.sharedinbox.chat.attribute.ChatAttributes;
import dev.sharedinbox.chat.bulk.BulkJobs;
import dev.sharedinbox.chat.tag.Tags;
import dev.sharedinbox.notification.NotificationSettings;
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
public class Asides {

    private final AccountEventBook events;
    private final NumberStatuses numbers;
    private final People people;
    private final Tags tags;
    private final ChatAttributes attributes;
    private final BulkJobs jobs;
    private final SpaceAudiences spaces;
    private final NotificationSettings notifications;

    Asides(
            AccountEventBook events,
            NumberStatuses numbers,
            People people,
            Tags tags,
            ChatAttributes attributes,
            BulkJobs jobs,
            SpaceAudiences spaces,
            NotificationSettings notifications) {
        this.events = events;
        this.numbers = numbers;
        this.people = people;
        this.tags = tags;
        this.attributes = attributes;
        this.jobs = jobs;
        this.spaces = spaces;
        this.notifications = notifications;
    }

    /// Return what to show beside each of these changes.
    public Uni<Function<Change, Aside>> of(UUID workspaceId, List<Change> changes) {
        return Uni.combine()
                .all()
                .unis(
                        events.events(workspaceId, named(changes, AccountEvents.EVENT_ID)),
                        numbers.of(workspaceId, named(changes, AccountEvents.NUMBER_ID)),
                        people.byId(workspaceId, named(changes, People.USER_ID)),
                        tags.byId(workspaceId, named(changes, Tags.TAG_ID)),
                        attributes.byId(workspaceId, named(changes, ChatAttributes.ATTRIBUTE_ID)),
                        jobs.byId(workspaceId, named(changes, BulkJobs.JOB_ID)),
                        spaces.of(workspaceId, named(changes, SpaceChanges.SPACE_ID)),
                        notifications.byUser(workspaceId, notified(changes)))
                .with((eventsById, numbersById, usersById, tagsById, attributesById, jobsById, audiences, settings) ->
                        change -> new Aside(
                                of(change, AccountEvents.EVENT_ID, eventsById),
                                of(change, AccountEvents.NUMBER_ID, numbersById),
                                of(change, People.USER_ID, usersById),
                                id(change, SpaceChanges.SPACE_ID)
                                        .map(id -> SpaceSight.of(change, id, audiences))
                                        .orElse(null),
                                change.detail().getString(Tags.TAG_ID),
                                of(change, Tags.TAG_ID, tagsById),
                                change.detail().getString(ChatAttributes.ATTRIBUTE_ID),
                                of(change, ChatAttributes.ATTRIBUTE_ID, attributesById),
                                of(change, BulkJobs.JOB_ID, jobsById),
                                notified(change).map(settings::get).orElse(null)));
    }

    private static <T> @Nullable T of(Change change, String name, Map<UUID, T> byId) {
        return id(change, name)
                .flatMap(found -> Optional.ofNullable(byId.get(found)))
                .orElse(null);
    }

    private static Set<UUID> notified(List<Change> changes) {
        return changes.stream().flatMap(change -> notified(change).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// Who wants other notifications since a change.
    private static Optional<UUID> notified(Change change) {
        return change.type() == ChangeType.NOTIFICATION_SETTINGS_UPDATED
                ? Optional.ofNullable(change.userId())
                : Optional.empty();
    }

    private static Set<UUID> named(List<Change> changes, String name) {
        return changes.stream().flatMap(change -> id(change, name).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<UUID> id(Change change, String name) {
        return Optional.ofNullable(change.detail().getString(name)).flatMap(Ids::parse);
    }
}
