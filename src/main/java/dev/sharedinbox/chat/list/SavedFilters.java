package dev.sharedinbox.chat.list;

import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;

/// Where lists find what somebody saved for them. The room that keeps saved filters implements it.
public interface SavedFilters {

    /// The saved filter that a viewer may use; fails with `NOT_FOUND` when there is none for them.
    Uni<SavedFilter> find(Viewer viewer, String spaceId);
}
