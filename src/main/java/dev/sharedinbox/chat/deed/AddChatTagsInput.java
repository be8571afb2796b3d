package dev.sharedinbox.chat.deed;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddChatTagsInput")
@Description("Tags to put on a chat.")
public record AddChatTagsInput(
        @Id @Description("The chat.") String chatId,

        @Id @Description("The tags, 1 to 50 of them.") List<@NonNull String> tagIds) {}
