package dev.sharedinbox.chat.deed;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveChatTagsInput")
@Description("Tags to take off a chat.")
public record RemoveChatTagsInput(
        @Id @Description("The chat.") String chatId,

        @Id @Description("The tags, 1 to 50 of them.") List<String> tagIds) {}
