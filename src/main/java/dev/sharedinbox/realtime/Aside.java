package dev.sharedinbox.realtime;

import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.channel.status.NumberNow;
import dev.sharedinbox.team.Permission;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a change shows that is about no chat.
///
/// @param event what the carrier told: for administrators
/// @param number a number as it is now: for everybody who may see its inbox
/// @param user a user as they are now: for everybody
record Aside(
        @Nullable AccountEventView event,
        @Nullable NumberNow number,
        @Nullable UserView user) {

    static final Aside NOTHING = new Aside(null, null, null);

    boolean isFor(Viewer viewer) {
        if (event != null) {
            return viewer.permissions().contains(Permission.ADMINISTRATE);
        }
        return user != null || (number != null && maySee(viewer, number.inboxId()));
    }

    private static boolean maySee(Viewer viewer, UUID inboxId) {
        return viewer.scope()
                .inboxes()
                .map(allowed -> allowed.contains(inboxId))
                .orElse(true);
    }
}
