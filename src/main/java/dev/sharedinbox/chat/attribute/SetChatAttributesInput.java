package dev.sharedinbox.chat.attribute;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetChatAttributesInput")
@Description("Attributes of a chat to set. Those that are not named stay.")
public record SetChatAttributesInput(
        @Id @Description("The chat.") String chatId,

        @Description("1 to 50 values, each attribute once.") List<@NonNull ChatAttributeValueInput> values) {}
