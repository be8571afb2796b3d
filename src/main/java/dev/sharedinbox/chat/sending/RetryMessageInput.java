package dev.sharedinbox.chat.sending;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("RetryMessageInput")
@Description("A failed message to send again.")
public record RetryMessageInput(
        @Id @Description("The message; its failure must be retryable.")
        String messageId) {}
