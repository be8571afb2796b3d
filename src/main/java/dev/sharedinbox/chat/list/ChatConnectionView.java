package dev.sharedinbox.chat.list;

import dev.sharedinbox.platform.page.PageInfoView;
import io.smallrye.graphql.api.Nullable;
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

        @Nullable @Description("Up to where the chats of this page are known, in the order of the list: whatever has a sortKey at"
                + " least this great is in the pages so far, the rest in those to come. That of the last chat, unless"
                + " the page ends early, see PageInfo.hasNextPage; null when the list ends with this page.")
        String endSortKey,

        @Description("The position in the change log that this page is consistent with: follow the changes after it.")
        String cursor) {}
