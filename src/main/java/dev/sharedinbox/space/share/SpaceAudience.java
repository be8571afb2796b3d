package dev.sharedinbox.space.share;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sees a space: its owner and those it is shared with.
///
/// @param ownerId null when the workspace began with it
public record SpaceAudience(@Nullable UUID ownerId, List<Share> shares) {

    /// Read what [#toJson] wrote.
    public static SpaceAudience of(JsonObject json) {
        var owner = Optional.ofNullable(json.getString("ownerId")).flatMap(Ids::parse);
        return new SpaceAudience(owner.orElse(null), shares(json.getJsonArray("shares")));
    }

    /// Read shares, with or without the names of their targets.
    public static List<Share> shares(JsonArray json) {
        return json.stream().map(share -> Share.of((JsonObject) share)).toList();
    }

    /// Whether the viewer sees the space.
    public boolean includes(Viewer viewer) {
        return isOwnedBy(viewer) || shares.stream().anyMatch(share -> share.includes(viewer));
    }

    /// Whether the space is the viewer's own.
    public boolean isOwnedBy(Viewer viewer) {
        return viewer.userId().equals(ownerId);
    }

    /// Whether the viewer may change the space's label, filter, search and sort.
    public boolean mayEdit(Viewer viewer) {
        return isOwnedBy(viewer) || shares.stream().anyMatch(share -> share.mayEdit() && share.includes(viewer));
    }

    /// Whether some who see this may not be in the other one.
    public boolean isMoreThan(SpaceAudience other) {
        return shares.stream()
                .anyMatch(share -> other.shares.stream()
                        .noneMatch(kept ->
                                kept.kind() == share.kind() && Objects.equals(kept.targetId(), share.targetId())));
    }

    /// Write it, without the names of targets.
    public JsonObject toJson() {
        return new JsonObject()
                .put("ownerId", ownerId == null ? null : ownerId.toString())
                .put("shares", new JsonArray(shares.stream().map(Share::toJson).toList()));
    }
}
