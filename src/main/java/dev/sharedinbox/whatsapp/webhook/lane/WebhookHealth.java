package dev.sharedinbox.whatsapp.webhook.lane;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Tells for each business number how long ago WhatsApp last told anything about it. Silence may be a quiet
/// night or a lost subscription, so it never makes us unready: that is for people to judge.
@Readiness
@ApplicationScoped
class WebhookHealth implements AsyncHealthCheck {

    private static final String NAME = "WhatsApp webhooks";
    private static final int MOST_NUMBERS = 50;

    private final Pulses pulses;
    private final Clock clock;

    WebhookHealth(Pulses pulses, Clock clock) {
        this.pulses = pulses;
        this.clock = clock;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pulses.longestSilent(MOST_NUMBERS)
                .map(this::response)
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.up(NAME));
    }

    private HealthCheckResponse response(List<Pulses.Pulse> silent) {
        var response = HealthCheckResponse.named(NAME).up();
        silent.forEach(pulse -> response.withData(pulse.businessNumberId().toString(), age(pulse)));
        return response.build();
    }

    private String age(Pulses.Pulse pulse) {
        var last = pulse.lastWebhookAt();
        return last == null
                ? "never"
                : Duration.between(last, clock.instant())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                        + " ago";
    }
}
