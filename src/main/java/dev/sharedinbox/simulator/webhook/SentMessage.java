package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that the Graph API accepted: all that its statuses have to say.
///
/// @param byPhone whether the caller addressed the customer by phone, not by BSUID
/// @param callbackData what the caller wants back with every status
/// @param course how far a message of its kind goes when nothing goes wrong
public record SentMessage(
        String wamid,
        BusinessNumber number,
        Customer customer,
        boolean byPhone,
        @Nullable String callbackData,
        Pricing pricing,
        Course course,
        Instant acceptedAt) {

    /// How far a message goes.
    public enum Course {
        /// A reaction: sent is all that is told.
        SENT,
        /// Read by the customer.
        READ,
        /// A voice note: read, and listened to.
        PLAYED
    }
}
