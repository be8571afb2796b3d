package dev.sharedinbox.chat.deed;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("AssignChatInput")
@Description("Who is to look after a chat.")
public record AssignChatInput(
        @Id @Description("The chat.") String chatId,

        @Nullable @Id @Description("The user, an active one; null or left out: nobody.")
        String userId,

        @Nullable @Id @Description("The team; null: none. Left out: the chat keeps its team.")
        String teamId,

        @Nullable @Id
        @Description("The user the client believes the chat is assigned to, or null for nobody; another one"
                + " refuses the deed with ASSIGNEE_CHANGED. Left out: not checked.")
        String expectedAssignee) {}
