package dev.sharedinbox.channel;

/// What it takes to call the Graph API for a business number.
///
/// @param providerNumberId Meta's `phone_number_id`
/// @param accessToken the plugin's token, in the clear: never log it
public record GraphAccess(String providerNumberId, String accessToken) {

    @Override
    public String toString() {
        return "GraphAccess[" + providerNumberId + "]";
    }
}
