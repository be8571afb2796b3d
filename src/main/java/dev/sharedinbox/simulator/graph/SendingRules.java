package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.world.BoundedMap;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SessionWindows;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.Trouble;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Whether a well-formed message may go to its customer now.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class SendingRules {

    private static final int REFUSED_TRIES = 2;

    private final RateLimits rates;
    private final SessionWindows windows;
    private final BlockedCustomers blocked;
    private final TemplateRules templates;
    private final Customers customers;
    private final BoundedMap<String, Integer> tries;

    SendingRules(
            RateLimits rates,
            SessionWindows windows,
            BlockedCustomers blocked,
            TemplateRules templates,
            Customers customers,
            SimulatorConfig config) {
        this.rates = rates;
        this.windows = windows;
        this.blocked = blocked;
        this.templates = templates;
        this.customers = customers;
        this.tries = new BoundedMap<>(config.memory());
    }

    /// The trouble that the call itself still has to make, once the message may go.
    Trouble check(OutgoingMessage message) {
        rates.check(message);
        var trouble = customers.troubleOf(message.customer());
        switch (trouble) {
            case PAIR_RATE -> countTry(message);
            case SERVER_ERROR ->
                throw new GraphRefusal(
                        GraphCode.SOMETHING_WENT_WRONG, "Message failed to send due to an unknown error.");
            case PAYMENT_MISSING ->
                throw new GraphRefusal(GraphCode.PAYMENT, "Message failed to send: no valid payment method.");
            case NONE,
                    REJECTS,
                    OUTSIDE_WINDOW,
                    SERVER_ERROR_BUT_SENT,
                    STATUS_BEFORE_RESPONSE,
                    DUPLICATES,
                    REORDERS,
                    NEVER_DELIVERED,
                    HANGS,
                    CUT_AFTER_ACCEPT,
                    FAILS_AFTER_SENT,
                    SILENT -> {
                // Nothing against the message itself.
            }
        }
        if (blocked.isBlocked(message.number(), message.customer())) {
            throw new GraphRefusal(GraphCode.SENDER_BLOCKED_CUSTOMER, "Unblock the user to send messages.");
        }
        if (message.isTemplate()) {
            templates.check(message.content());
        } else if (trouble == Trouble.OUTSIDE_WINDOW || !windows.isOpen(message.number(), message.customer())) {
            throw new GraphRefusal(
                    GraphCode.OUTSIDE_WINDOW,
                    "Message failed to send because more than 24 hours have passed since the customer last replied to"
                            + " this number.");
        }
        return trouble;
    }

    /// The same message is known by its callback data, without that by its whole body.
    private void countTry(OutgoingMessage message) {
        var key = message.customer().whatsappId() + " " + message.callbackData().orElse(message.request());
        if (tries.change(key, 0, count -> count + 1) <= REFUSED_TRIES) {
            throw RateLimits.tooFast();
        }
        tries.remove(key);
    }

    void forget(@Observes Reset reset) {
        tries.clear();
    }
}
