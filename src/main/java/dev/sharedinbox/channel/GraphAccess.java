package dev.sharedinbox.channel;

/// What calling the provider for a business number takes, with the token in the clear.
///
/// @param providerNumberId the provider's id of the number
/// @param accessToken the bearer token
/// @param wabaId the WhatsApp Business Account
public record GraphAccess(String providerNumberId, String accessToken, String wabaId) {

    /// Tells nothing secret, for it may end in a log.
    @Override
    public String toString() {
        return "GraphAccess[" + providerNumberId + "]";
    }
}
