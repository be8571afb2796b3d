package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.message.MessageView;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("MessageHit")
@Description("A message that a search has found.")
public record MessageHitView(
        @Description("The message. Chat.messages(around: its id) shows it in its place.")
        MessageView message,

        @Description("The chat it stands in.") ChatView chat,
        @Description("What was found in it.") SnippetView snippet) {}
