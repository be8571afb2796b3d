package dev.sharedinbox.chat.attribute;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("DeleteChatAttributeInput")
@Description("A chat attribute that is no longer wanted, with the values that chats have.")
public record DeleteChatAttributeInput(
        @Id @Description("The attribute.") String attributeId) {}
