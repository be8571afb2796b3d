package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.SavedFilter;
import dev.sharedinbox.space.share.SpaceAudience;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import java.util.UUID;

/// A space as one viewer has it.
///
/// @param version grows with every edit
/// @param pinned whether the viewer keeps it in sight
/// @param isDefault whether the viewer begins with it
public record Space(
        UUID id, SpaceDraft content, SpaceAudience audience, int version, boolean pinned, boolean isDefault) {

    boolean isVisibleTo(Viewer viewer) {
        return audience.includes(viewer);
    }

    /// Its owner, those it is shared with for that, and administrators who see it.
    boolean mayEdit(Viewer viewer) {
        return audience.mayEdit(viewer) || isAdministeredBy(viewer);
    }

    /// Whether the viewer may say who sees it, and delete it.
    boolean mayShare(Viewer viewer) {
        return audience.isOwnedBy(viewer) || isAdministeredBy(viewer);
    }

    /// What it asks of the chat list.
    public SavedFilter saved() {
        return new SavedFilter(id, ChatQuery.of(content.filter(), content.search()), content.sort());
    }

    private boolean isAdministeredBy(Viewer viewer) {
        return isVisibleTo(viewer) && viewer.permissions().contains(Permission.ADMINISTRATE);
    }
}
