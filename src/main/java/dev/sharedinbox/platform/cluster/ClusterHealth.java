package dev.sharedinbox.platform.cluster;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells when this node does not hear the others. Everything still arrives then, a poll later, so it says
/// nothing against the node being alive and ready.
@Wellness
@ApplicationScoped
class ClusterHealth implements HealthCheck {

    private final NodeBus bus;
    private final ClusterMetrics metrics;

    ClusterHealth(NodeBus bus, ClusterMetrics metrics) {
        this.bus = bus;
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        var link = bus.linkName();
        return HealthCheckResponse.named("Signals between nodes")
                .status(link.isEmpty() || metrics.isConnected())
                .withData("by", link.orElse("none"))
                .withData("channels", metrics.channels())
                .build();
    }
}
