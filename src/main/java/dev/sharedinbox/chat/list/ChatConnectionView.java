package dev.sharedinbox.chat.list;

import dev.sharedinbox.platform.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatConnection")
@Description("A page of the chat list.")
public record ChatConnectionView(
        @Description("The chats of this page, in the order of the list.")
        List<@NonNull ChatEdgeView> edges,

        @Description("Where the page stands in the list.") PageInfoView pageInfo,

        @Description("The position in the change log that this page is consistent with: follow the changes after it.")
        String cursor) {}
