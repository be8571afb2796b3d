package dev.sharedinbox.realtime.event;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.channel.status.NumberNow;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.bulk.BulkJobView;
import dev.sharedinbox.notification.NotificationSettingsView;
import dev.sharedinbox.space.SpaceSight;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a change shows that is about no chat.
///
/// @param event what the carrier told: for administrators
/// @param number a number as it is now: for everybody who may see its inbox
/// @param user a user as they are now: for everybody
/// @param space a space, by its id alone: for those who see it or, when it is gone for them, saw it
/// @param tagId the tag it is about: for everybody
/// @param tag the tag as it is now; null when it is gone
/// @param attributeId the chat attribute it is about: for everybody
/// @param attribute the chat attribute as it is now; null when it is gone
/// @param bulkJob a deed on many chats as it is now: for its owner, whom the change names
/// @param notificationSettings what a user wants to be notified of now: for that user, whom the change names
public record Aside(
        @Nullable AccountEventView event,
        @Nullable NumberNow number,
        @Nullable UserView user,
        @Nullable SpaceSight space,
        @Nullable String tagId,
        @Nullable TagView tag,
        @Nullable String attributeId,
        @Nullable ChatAttributeView attribute,
        @Nullable BulkJobView bulkJob,
        @Nullable NotificationSettingsView notificationSettings) {

    /// What most changes show beside their chat.
    public static final Aside NOTHING = new Aside(null, null, null, null, null, null, null, null, null, null);

    /// The space it is about, if it is about one.
    public @Nullable UUID spaceId() {
        return space == null ? null : space.id();
    }

    /// Whether a change that shows this, and names nobody else, is for a viewer.
    public boolean isFor(Viewer viewer, ChangeType type) {
        if (event != null) {
            return viewer.permissions().contains(Permission.ADMINISTRATE);
        }
        if (space != null) {
            return type == ChangeType.SPACE_DELETED ? space.isLostTo(viewer) : space.isShownTo(viewer);
        }
        return type == ChangeType.SPACE_ARRANGED
                || user != null
                || tagId != null
                || attributeId != null
                || bulkJob != null
                || notificationSettings != null
                || (number != null && maySee(viewer, number.inboxId()));
    }

    private static boolean maySee(Viewer viewer, UUID inboxId) {
        return viewer.scope()
                .inboxes()
                .map(allowed -> allowed.contains(inboxId))
                .orElse(true);
    }
}
