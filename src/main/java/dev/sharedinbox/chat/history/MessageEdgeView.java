package dev.sharedinbox.chat.history;

import dev.sharedinbox.chat.message.MessageView;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("MessageEdge")
@Description("A message in its place in the chat.")
public record MessageEdgeView(
        @Description("The message.") MessageView node,

        @Description("Continues after or before this message.")
        String cursor) {}
