package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.space.share.SpaceShareInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreateSpaceInput")
@Description("A space to make.")
public record CreateSpaceInput(
        @Description("What people call it, in 1 to 60 characters.")
        String label,

        @Nullable @Description("Which chats. Words such as ME stay words, for whoever uses the space.")
        ChatFilterInput filter,

        @Nullable @Description("The filter as text instead, as chats takes it; one of the two must be given.")
        String filterText,

        @Nullable @Description("Part of the customer's name or phone number, in at most 200 characters; none for all.")
        String search,

        @DefaultValue("LAST_ACTIVITY") @Description("The order of its list.")
        ChatSort sort,

        @Nullable @Description("Whom to share it with, at most 50; only the viewer sees it when left out.")
        List<@NonNull SpaceShareInput> shares) {}
