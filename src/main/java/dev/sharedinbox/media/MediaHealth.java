package dev.sharedinbox.media;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells when files cannot be stored, say because the disk is full. Messages still come and go meanwhile, so it says
/// nothing against the node being alive and ready.
@Wellness
@ApplicationScoped
class MediaHealth implements HealthCheck {

    private final MediaMetrics metrics;

    MediaHealth(MediaMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        var backlog = metrics.backlog();
        return HealthCheckResponse.named("Media store")
                .status(!metrics.storeFails())
                .withData("pending", backlog.pending())
                .withData("oldestSeconds", backlog.oldest().toSeconds())
                .build();
    }
}
