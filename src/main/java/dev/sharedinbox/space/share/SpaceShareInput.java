package dev.sharedinbox.space.share;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("SpaceShareInput")
@Description("Somebody to share a space with. They see no other chats than before.")
public record SpaceShareInput(
        @Description("With whom.") SpaceShareKind kind,

        @Nullable @Id @Description("The user, team or role; none for EVERYONE.")
        String targetId,

        @DefaultValue("false") @Description("Whether they may change its label, filter, search and sort.")
        boolean mayEdit) {}
