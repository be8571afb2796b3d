package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/// Where the product and the simulator are reached. Asked anew for every call, because the port is known only once the
/// server listens.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class Addresses {

    private final SimulatorConfig config;

    Addresses(SimulatorConfig config) {
        this.config = config;
    }

    /// Where webhooks go.
    URI webhook() {
        return config.webhookUrl().orElseGet(() -> ownServer().resolve("/webhooks/whatsapp/demo"));
    }

    /// The root of the server this runs in.
    public URI ownServer() {
        var setting = LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-port" : "quarkus.http.port";
        return URI.create("http://localhost:" + ConfigProvider.getConfig().getValue(setting, Integer.class));
    }
}
