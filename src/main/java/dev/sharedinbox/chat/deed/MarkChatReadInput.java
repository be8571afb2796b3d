package dev.sharedinbox.chat.deed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("MarkChatReadInput")
@Description("A chat that somebody has read.")
public record MarkChatReadInput(
        @Id @Description("The chat.") String chatId) {}
