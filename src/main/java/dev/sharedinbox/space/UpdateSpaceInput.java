package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.space.share.SpaceShareInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateSpaceInput")
@Description("What to change about a space. What is left out stays.")
public record UpdateSpaceInput(
        @Id @Description("The space.") String spaceId,

        @Description("The version the client saw; refused with CONFLICT when somebody edited the space since.")
        int expectedVersion,

        @Nullable @Description("What people call it, in 1 to 60 characters.")
        String label,

        @Nullable @Description("Which chats.") ChatFilterInput filter,

        @Nullable @Description("The filter as text instead, as chats takes it.")
        String filterText,

        @Nullable @Description("Part of the customer's name or phone number; null takes it away.")
        String search,

        @Nullable @Description("The order of its list.") ChatSort sort,

        @Nullable @Description("Whom to share it with from now on, at most 50: for its owner and administrators.")
        List<@NonNull SpaceShareInput> shares) {}
