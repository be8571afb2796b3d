package dev.sharedinbox.space.share;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("SpaceShare")
@Description("Somebody a space is shared with.")
public record SpaceShareView(
        @Description("With whom.") SpaceShareKind kind,

        @Nullable @Id @Description("The user, team or role; null for EVERYONE.")
        String targetId,

        @Nullable @Description("What people call the user, team or role; null for EVERYONE.")
        String name,

        @Description("Whether they may change its label, filter, search and sort.")
        boolean mayEdit) {

    /// A share as clients get it.
    public static SpaceShareView of(Share share) {
        var target = share.targetId();
        return new SpaceShareView(
                share.kind(), target == null ? null : target.toString(), share.name(), share.mayEdit());
    }
}
