package dev.sharedinbox.chat.deed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("CloseChatInput")
@Description("A chat to close.")
public record CloseChatInput(@Id @Description("The chat.") String chatId) {}
