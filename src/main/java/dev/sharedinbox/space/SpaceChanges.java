package dev.sharedinbox.space;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.space.share.SpaceAudience;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the change log says of spaces.
public final class SpaceChanges {

    /// What a change about a space calls its id.
    public static final String SPACE_ID = "spaceId";

    private static final String OTHER_LIST = "otherList";
    private static final String AUDIENCE = "audience";

    private SpaceChanges() {}

    /// The space whose list a change made another one, or took from somebody; empty for any other change.
    public static Optional<UUID> listChangedBy(Change change) {
        var isSo = change.type() == ChangeType.SPACE_DELETED
                || (change.type() == ChangeType.SPACE_UPDATED && change.detail().getBoolean(OTHER_LIST, false));
        return isSo ? Optional.ofNullable(change.detail().getString(SPACE_ID)).flatMap(Ids::parse) : Optional.empty();
    }

    /// The user who arranged their spaces anew, if the change is that.
    public static Optional<UUID> arrangedBy(Change change) {
        return change.type() == ChangeType.SPACE_ARRANGED ? Optional.ofNullable(change.userId()) : Optional.empty();
    }

    static List<NewChange> arranged(Viewer viewer) {
        return List.of(NewChange.user(ChangeType.SPACE_ARRANGED, viewer.userId()));
    }

    static Optional<SpaceAudience> audienceBefore(Change change) {
        return Optional.ofNullable(change.detail().getJsonObject(AUDIENCE)).map(SpaceAudience::of);
    }

    static List<NewChange> made(UUID id) {
        return List.of(NewChange.about(ChangeType.SPACE_UPDATED, SPACE_ID, id));
    }

    /// Those it is no longer shared with learn that it is gone.
    static List<NewChange> edited(Space before, boolean otherList, SpaceAudience now) {
        var changes = new ArrayList<NewChange>();
        changes.add(about(ChangeType.SPACE_UPDATED, before.id(), new JsonObject().put(OTHER_LIST, otherList)));
        if (before.audience().isMoreThan(now)) {
            changes.addAll(gone(before));
        }
        return changes;
    }

    static List<NewChange> gone(Space before) {
        var audience = new JsonObject().put(AUDIENCE, before.audience().toJson());
        return List.of(about(ChangeType.SPACE_DELETED, before.id(), audience));
    }

    private static NewChange about(ChangeType type, UUID id, JsonObject more) {
        var change = NewChange.about(type, SPACE_ID, id);
        return change.with(change.detail().mergeIn(more));
    }
}
