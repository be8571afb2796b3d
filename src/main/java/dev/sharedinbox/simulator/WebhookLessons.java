package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SessionWindows;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/// Learns from webhooks that somebody else wrote: whose message is in there may be answered for 24 hours.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class WebhookLessons {

    private final Clock clock;
    private final Customers customers;
    private final SessionWindows windows;

    WebhookLessons(Clock clock, Customers customers, SessionWindows windows) {
        this.clock = clock;
        this.customers = customers;
        this.windows = windows;
    }

    void learn(JsonNode webhook) {
        for (var entry : webhook.path("entry")) {
            for (var change : entry.path("changes")) {
                learnFrom(change.path("value"));
            }
        }
    }

    private void learnFrom(JsonNode value) {
        var number = BusinessNumber.withId(
                value.path("metadata").path("phone_number_id").asText());
        for (var message : value.path("messages")) {
            number.ifPresent(to -> author(message).ifPresent(author -> windows.opened(to, author, clock.instant())));
        }
    }

    private Optional<Customer> author(JsonNode message) {
        return customers
                .withPhone(message.path("from").asText())
                .or(() -> customers.withUserId(message.path("from_user_id").asText()));
    }
}
