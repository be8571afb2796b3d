package dev.sharedinbox.whatsapp.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sharedinbox.chat.sending.OutgoingText;
import org.jspecify.annotations.Nullable;

/// The body of a call to send, in Meta's words. Our message's id goes along, so that a status names it even
/// when the call never got an answer.
@JsonInclude(JsonInclude.Include.NON_NULL)
record GraphMessage(
        @JsonProperty("messaging_product") String messagingProduct,
        @JsonProperty("recipient_type") String recipientType,
        @JsonProperty("to") @Nullable String to,
        @JsonProperty("recipient") @Nullable String recipient,
        @JsonProperty("type") String type,
        @JsonProperty("text") Text text,
        @JsonProperty("context") @Nullable Context context,
        @JsonProperty("biz_opaque_callback_data") String callbackData) {

    /// A phone goes before a business-scoped id, because not every message can go to the latter.
    static GraphMessage of(OutgoingText message) {
        return new GraphMessage(
                "whatsapp",
                "individual",
                message.phone(),
                message.phone() == null ? message.bsuid() : null,
                "text",
                new Text(message.text()),
                message.replyTo() == null ? null : new Context(message.replyTo()),
                message.id().toString());
    }

    record Text(@JsonProperty("body") String body) {}

    record Context(@JsonProperty("message_id") String messageId) {}

    @Override
    public String toString() {
        return "GraphMessage[" + callbackData + "]";
    }
}
