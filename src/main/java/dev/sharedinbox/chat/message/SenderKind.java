package dev.sharedinbox.chat.message;

import org.eclipse.microprofile.graphql.Description;

/// Who wrote a message.
@Description("Who wrote a message.")
public enum SenderKind {
    @Description("The customer.")
    CUSTOMER,
    @Description("A user of the workspace.")
    USER,
    @Description("A chatbot, or another program on the same number, such as Meta's own agent.")
    CHATBOT,
    @Description("Somebody with the WhatsApp Business app on the same number.")
    BUSINESS_APP,
    @Description("WhatsApp or this product itself.")
    SYSTEM
}
