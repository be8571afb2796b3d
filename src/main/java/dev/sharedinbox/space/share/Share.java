package dev.sharedinbox.space.share;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody a space is shared with.
///
/// @param targetId the user, team or role; null for everyone
/// @param name what people call the target; null where it is not known
/// @param mayEdit whether they may change the space's label, filter, search and sort
public record Share(
        SpaceShareKind kind,
        @Nullable UUID targetId,
        @Nullable String name,
        boolean mayEdit) {

    static Share of(JsonObject json) {
        return new Share(
                SpaceShareKind.valueOf(json.getString("kind")),
                Optional.ofNullable(json.getString("targetId"))
                        .flatMap(Ids::parse)
                        .orElse(null),
                json.getString("name"),
                json.getBoolean("mayEdit"));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("kind", kind.name())
                .put("targetId", targetId == null ? null : targetId.toString())
                .put("mayEdit", mayEdit);
    }

    boolean includes(Viewer viewer) {
        return switch (kind) {
            case USER -> viewer.userId().equals(targetId);
            case TEAM -> targetId != null && viewer.scope().teams().contains(targetId);
            case ROLE -> viewer.roleId().equals(targetId);
            case EVERYONE -> true;
        };
    }
}
