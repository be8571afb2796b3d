package dev.sharedinbox.chat.contacts.block;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as seen from one of our numbers, for the carrier. Its own words never name the customer.
///
/// @param phone the customer's number with a leading +, unless unknown
/// @param bsuid what the carrier calls the customer towards this business, unless unknown
public record BlockTarget(
        UUID workspaceId,
        UUID businessNumberId,
        @Nullable String phone,
        @Nullable String bsuid) {

    @Override
    public String toString() {
        return "BlockTarget[" + businessNumberId + "]";
    }
}
