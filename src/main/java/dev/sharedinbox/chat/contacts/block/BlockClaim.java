package dev.sharedinbox.chat.contacts.block;

import java.util.UUID;

/// The right to change, for a while and alone, whether a number blocks a customer.
///
/// @param token tells the holder from later ones
/// @param blocked what is known so far
/// @param confirmed whether the carrier has said so, and no call has been lost since
record BlockClaim(UUID token, boolean blocked, boolean confirmed) {

    boolean isCertainly(boolean wished) {
        return confirmed && blocked == wished;
    }
}
