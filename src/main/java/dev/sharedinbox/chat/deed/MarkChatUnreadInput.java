package dev.sharedinbox.chat.deed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("MarkChatUnreadInput")
@Description("A chat to come back to.")
public record MarkChatUnreadInput(
        @Id @Description("The chat.") String chatId) {}
