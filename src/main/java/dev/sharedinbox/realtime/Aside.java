package dev.sharedinbox.realtime;

import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.channel.status.NumberNow;
import dev.sharedinbox.team.Permission;
import dev.sharedinbox.team.Viewer;
import org.jspecify.annotations.Nullable;

/// What a change shows that is about no chat.
///
/// @param event what the carrier told: for administrators
/// @param number a number as it is now: for everybody who may see its inbox
record Aside(@Nullable AccountEventView event, @Nullable NumberNow number) {

    static final Aside NOTHING = new Aside(null, null);

    boolean isFor(Viewer viewer) {
        if (event != null) {
            return viewer.permissions().contains(Permission.ADMINISTRATE);
        }
        return number != null
                && viewer.scope()
                        .inboxes()
                        .map(allowed -> allowed.contains(number.inboxId()))
                        .orElse(true);
    }
}
