package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer is made to write. Nothing is required: without anything it is a short greeting to the first business
/// number, and every kind fills in what is left out.
///
/// @param type `text` unless said otherwise; see [MessageKind]
/// @param name the profile name that the customer has from now on; likewise `username` and `bsuidOnly`
/// @param bsuidOnly whether the business sees the customer's BSUID only, not the phone
/// @param sentAt when the customer wrote it, for messages that were long on their way
/// @param replyTo the message that this one answers
/// @param messageId the message that a reaction, an edit or a revocation is about
/// @param id the chosen button or row of an interactive reply, likewise `title` and `description`; with a `description`
///     it is a row of a list
/// @param newPhone where the customer's phone number moved to, for type `system`
/// @param raw a whole message object as Meta spells it; the id, the time and the sender are filled in where missing
public record CustomerMessage(
        @Nullable String type,
        @Nullable String text,
        @Nullable String businessNumberId,
        @Nullable String name,
        @Nullable String username,
        @Nullable Boolean bsuidOnly,
        @Nullable Instant sentAt,
        @Nullable String replyTo,
        @Nullable String messageId,
        @Nullable String emoji,
        @Nullable String caption,
        @Nullable String filename,
        @Nullable Boolean voice,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String placeName,
        @Nullable String address,
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String payload,
        @Nullable String newPhone,
        @Nullable ObjectNode raw) {

    static CustomerMessage ofText(String text) {
        return new CustomerMessage(
                null, text, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    String textOr(String otherwise) {
        return text == null ? otherwise : text;
    }

    /// Not a word of it: this may end up in a log.
    @Override
    public String toString() {
        return "CustomerMessage[" + type + "]";
    }
}
