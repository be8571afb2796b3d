package dev.sharedinbox.chat.intake.incoming;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.contact.Customer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened on the carrier's side, in the house's words.
public sealed interface Incoming {

    /// The business number it happened on; null when it is about a whole account.
    @Nullable UUID businessNumberId();

    /// A message, in either direction.
    ///
    /// @param providerMessageId the carrier's id; the same id on the same number is the same message
    /// @param sentAt when it was written, not in the future
    /// @param origin how it came to us, which decides what it does to its chat
    /// @param text what a person reads first, if anything
    /// @param content the rest, by type
    /// @param replyToProviderId the carrier's id of the message it quotes
    /// @param file the file it carries
    /// @param referral what brought the customer
    record Message(
            UUID businessNumberId,
            Customer customer,
            String providerMessageId,
            Instant sentAt,
            Origin origin,
            MessageType type,
            @Nullable String text,
            JsonObject content,
            @Nullable String replyToProviderId,
            @Nullable File file,
            @Nullable Referral referral)
            implements Incoming {

        @Override
        public String toString() {
            return "Message[" + type + " " + providerMessageId + "]";
        }
    }

    /// A file announced by a message, to be fetched later.
    ///
    /// @param kind IMAGE, VIDEO, AUDIO, DOCUMENT or STICKER
    /// @param providerMediaId the carrier's id of the file
    /// @param providerUrl where the carrier offers it for some minutes
    /// @param sha256 its digest as the carrier states it
    record File(
            String kind,
            @Nullable String mimeType,
            @Nullable String fileName,
            @Nullable String sha256,
            boolean voice,
            boolean animated,
            @Nullable String providerMediaId,
            @Nullable String providerUrl) {

        @Override
        public String toString() {
            return "File[" + kind + "]";
        }
    }

    /// An emoji put on a message, or taken back.
    ///
    /// @param actor the customer; null when our side reacted in the WhatsApp Business app
    /// @param participant who of a group it is; empty otherwise
    /// @param emoji null to take back
    record Reaction(
            UUID businessNumberId,
            @Nullable Customer actor,
            String participant,
            String providerMessageId,
            String targetProviderId,
            @Nullable String emoji,
            Instant reactedAt)
            implements Incoming {

        /// The same of somebody in a group.
        public Reaction of(String someone) {
            return new Reaction(
                    businessNumberId, actor, someone, providerMessageId, targetProviderId, emoji, reactedAt);
        }
    }

    /// A change its author made to a message that was already sent.
    ///
    /// @param customer the other side of the chat, whoever the author is
    /// @param direction which way the message and its amendment went
    /// @param text what the message says after an edit
    record Amendment(
            UUID businessNumberId,
            Customer customer,
            String providerMessageId,
            String targetProviderId,
            Direction direction,
            Kind kind,
            @Nullable String text,
            Instant amendedAt)
            implements Incoming {

        /// What the author did.
        public enum Kind {
            /// Wrote something else.
            EDIT,
            /// Took it back for everyone.
            REVOKE
        }

        @Override
        public String toString() {
            return "Amendment[" + kind + " " + providerMessageId + "]";
        }
    }

    /// Something that happened in a call.
    ///
    /// @param customer the other side, whoever calls
    /// @param providerCallId the carrier's id; the same id on the same number is the same call
    /// @param direction who calls
    record Call(UUID businessNumberId, Customer customer, String providerCallId, Direction direction, CallEvent event)
            implements Incoming {

        @Override
        public String toString() {
            return "Call[" + event.word() + " " + providerCallId + "]";
        }
    }

    /// What the carrier says about an outgoing message.
    ///
    /// @param status the carrier's word in upper case; words we do not know are kept
    /// @param participant who of a group it is about; empty otherwise
    /// @param messageId our own id, when the carrier gave it back
    /// @param failure why it failed, in the form of a message's failure
    /// @param freeEntryUntil until when all messages to the customer are free, where the carrier tells
    /// @param raw the status as it came
    record Status(
            UUID businessNumberId,
            String providerMessageId,
            String status,
            Instant occurredAt,
            String participant,
            @Nullable UUID messageId,
            @Nullable JsonObject failure,
            @Nullable Instant freeEntryUntil,
            JsonObject raw)
            implements Incoming {}

    /// A customer's choice about marketing messages.
    ///
    /// @param optOut whether they want none
    record Marketing(UUID businessNumberId, Customer customer, boolean optOut, Instant chosenAt) implements Incoming {

        @Override
        public String toString() {
            return "Marketing[" + optOut + "]";
        }
    }

    /// What the address book of the business says of a customer.
    ///
    /// @param name their name; null when they were taken out of the book
    record BookEntry(
            UUID businessNumberId,
            Customer customer,
            @Nullable String name,
            Instant writtenAt) implements Incoming {

        @Override
        public String toString() {
            return "BookEntry[]";
        }
    }

    /// Something about an account, a number or a template, and no chat.
    record Account(AccountEvent event) implements Incoming {

        @Override
        public @Nullable UUID businessNumberId() {
            return event.businessNumberId();
        }
    }
}
