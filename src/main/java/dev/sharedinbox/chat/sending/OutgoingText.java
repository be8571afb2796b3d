package dev.sharedinbox.chat.sending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text on its way out. Its own words never name the customer or what is said.
///
/// @param id the message
/// @param phone the customer's number with a leading +, unless unknown
/// @param bsuid what Meta calls the customer towards this business, unless unknown
/// @param text what to send
/// @param replyTo what the carrier calls the message that it quotes
public record OutgoingText(
        UUID id,
        @Nullable String phone,
        @Nullable String bsuid,
        String text,
        @Nullable String replyTo) {

    @Override
    public String toString() {
        return "OutgoingText[" + id + "]";
    }
}
