package dev.sharedinbox.chat.deed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("ReopenChatInput")
@Description("A closed chat to open again.")
public record ReopenChatInput(@Id @Description("The chat.") String chatId) {}
