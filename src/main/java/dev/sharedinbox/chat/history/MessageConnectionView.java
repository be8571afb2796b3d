package dev.sharedinbox.chat.history;

import dev.sharedinbox.platform.page.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("MessageConnection")
@Description("A page of a chat's messages.")
public record MessageConnectionView(
        @Description("The messages of this page, oldest first.")
        List<@NonNull MessageEdgeView> edges,

        @Description("Where the page stands in the chat.") PageInfoView pageInfo) {

    static MessageConnectionView empty() {
        return new MessageConnectionView(List.of(), new PageInfoView(false, false, null, null));
    }
}
