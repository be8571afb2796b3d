package dev.sharedinbox.channel;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A plugin as its webhooks need it, with its secrets in the clear.
///
/// @param workspaceId whose it is
/// @param pluginId the plugin
/// @param appSecrets what its webhooks may be signed with; several while one is being rotated
/// @param verifyToken what the provider sends when it subscribes
/// @param wabaId the WhatsApp Business Account
/// @param numbers its business numbers by the provider's number id
public record WebhookPlugin(
        UUID workspaceId,
        UUID pluginId,
        List<byte[]> appSecrets,
        String verifyToken,
        String wabaId,
        Map<String, BusinessNumberRef> numbers) {

    /// Tells nothing secret, for it may end in a log.
    @Override
    public String toString() {
        return "WebhookPlugin[" + pluginId + "]";
    }
}
