package dev.sharedinbox.space;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.space.share.SpaceAudience;
import dev.sharedinbox.team.access.Viewer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who may be told of a change of a space. They are told its id and nothing else.
///
/// @param id the space
/// @param now who sees it now; empty when it is gone
/// @param before who saw it before, if the change says so
public record SpaceSight(UUID id, Optional<SpaceAudience> now, Optional<SpaceAudience> before) {

    /// The sight of a change that names a space.
    ///
    /// @param audiences who sees the spaces that exist
    public static SpaceSight of(Change change, UUID id, Map<UUID, SpaceAudience> audiences) {
        return new SpaceSight(id, Optional.ofNullable(audiences.get(id)), SpaceChanges.audienceBefore(change));
    }

    /// Whether the viewer sees the space.
    public boolean isShownTo(Viewer viewer) {
        return now.filter(audience -> audience.includes(viewer)).isPresent();
    }

    /// Whether the viewer saw the space before and does no more.
    public boolean isLostTo(Viewer viewer) {
        return !isShownTo(viewer)
                && before.filter(audience -> audience.includes(viewer)).isPresent();
    }
}
