package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatEdge")
@Description("A chat in its place in the list.")
public record ChatEdgeView(
        @Description("The chat.") ChatView node,

        @Description("Continues this list, with the same filter and sort, after or before this place.")
        String cursor,

        @Description("Where the chat stands in the order of the list: greater texts, by code unit, come first.")
        String sortKey) {}
