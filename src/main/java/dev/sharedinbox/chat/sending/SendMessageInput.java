package dev.sharedinbox.chat.sending;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("SendMessageInput")
@Description("A message to send in a chat.")
public record SendMessageInput(
        @Id @Description("The chat.") String chatId,

        @Id
        @Description(
                "A key of the client's choice, 1 to 100 characters, unique in the workspace. Sending it again"
                        + " with the same content gives the same message, so a client may repeat a request that it got no answer to.")
        String clientMessageId,

        @Description("The text, 1 to 4096 characters.") String text,

        @Nullable @Id @Description("The message of the same chat to quote.")
        String replyTo,

        @Nullable @Id
        @Description("The user the client believes the chat is assigned to, or null for nobody; another one"
                + " refuses the message with ASSIGNEE_CHANGED. Left out: not checked.")
        String expectedAssignee,

        @Nullable @Id
        @Description("The newest message of the chat that the sender has seen. When somebody else has answered after"
                + " it (a colleague, a chatbot or the WhatsApp Business app; customers do not count), the message is"
                + " refused with STALE_VIEW. Left out: not checked.")
        String lastSeenMessageId) {}
