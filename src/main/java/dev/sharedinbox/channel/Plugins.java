package dev.sharedinbox.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Placeholder.
@ApplicationScoped
public class Plugins {
    public Uni<Optional<WebhookPlugin>> byPath(String path) {
        return Uni.createFrom().item(Optional.empty());
    }
}
