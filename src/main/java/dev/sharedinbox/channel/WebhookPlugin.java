package dev.sharedinbox.channel;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a webhook needs to know of its plugin.
public record WebhookPlugin(
        UUID workspaceId,
        UUID pluginId,
        List<byte[]> appSecrets,
        String verifyToken,
        Map<String, BusinessNumberRef> numbers) {}
