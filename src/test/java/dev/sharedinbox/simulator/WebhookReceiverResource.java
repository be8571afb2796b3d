package dev.sharedinbox.simulator;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Points the simulator's webhooks at a [WebhookReceiver] and lets statuses follow fast.
public final class WebhookReceiverResource implements QuarkusTestResourceLifecycleManager {

    private final WebhookReceiver receiver = new WebhookReceiver();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "inbox.simulator.webhook-url", receiver.url(),
                "inbox.simulator.statuses.sent", "0.05S",
                "inbox.simulator.statuses.delivered", "0.15S",
                "inbox.simulator.statuses.read", "0.25S",
                "inbox.simulator.deliveries.first-delay", "0.02S",
                "inbox.simulator.deliveries.longest-delay", "0.1S",
                "inbox.simulator.deliveries.tries", "5",
                "inbox.simulator.window-of-strangers", "CLOSED",
                "inbox.simulator.slow", "0.3S",
                "inbox.simulator.hang", "3S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(receiver, new TestInjector.MatchesType(WebhookReceiver.class));
    }

    @Override
    public void stop() {
        receiver.stop();
    }
}
