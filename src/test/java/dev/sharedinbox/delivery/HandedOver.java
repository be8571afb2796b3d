package dev.sharedinbox.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The product without its own senders, so that a test can play them.
public final class HandedOver implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "inbox.delivery.enabled", "false",
                "inbox.delivery.call-timeout", "20s",
                "inbox.delivery.lease", "30s",
                "inbox.delivery.unknown-deadline", "2m");
    }
}
