package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.webhook.Delivery;
import dev.sharedinbox.simulator.webhook.Envelope;
import dev.sharedinbox.simulator.webhook.WebhookQueue;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SessionWindows;
import dev.sharedinbox.simulator.world.Trouble;
import dev.sharedinbox.simulator.world.Wamids;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Lets customers write: the window opens, and the webhook goes out.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class CustomerVoice {

    private final Clock clock;
    private final Customers customers;
    private final SessionWindows windows;
    private final Wamids wamids;
    private final MessageComposer composer;
    private final WebhookQueue queue;

    CustomerVoice(
            Clock clock,
            Customers customers,
            SessionWindows windows,
            Wamids wamids,
            MessageComposer composer,
            WebhookQueue queue) {
        this.clock = clock;
        this.customers = customers;
        this.windows = windows;
        this.wamids = wamids;
        this.composer = composer;
        this.queue = queue;
    }

    /// A message on its way to the product.
    record Written(String messageId, Delivery delivery) {}

    Written write(Customer customer, BusinessNumber number, MessageKind kind, CustomerMessage wanted) {
        var author = customers.introduced(customer, wanted.name(), wanted.username(), wanted.bsuidOnly());
        var sentAt = wanted.sentAt() == null ? clock.instant() : wanted.sentAt();
        var message = wanted.raw() == null ? JsonNodeFactory.instance.objectNode() : wanted.raw();
        if (wanted.raw() == null) {
            putContext(message, wanted, number);
            composer.fill(message, kind, wanted, author, number);
        }
        sign(message, author, sentAt, kind);
        if (wanted.raw() != null || kind.opensWindow()) {
            windows.opened(number, author, sentAt);
        }
        var body = kind == MessageKind.SYSTEM
                ? Envelope.about(number, "messages", message)
                : Envelope.about(number, author, true, "messages", message);
        return new Written(message.path("id").asText(), deliver(body, author));
    }

    private Delivery deliver(ObjectNode body, Customer author) {
        if (customers.troubleOf(author) == Trouble.DUPLICATES) {
            queue.deliver(body, Duration.ZERO);
        }
        return queue.deliver(body, Duration.ZERO);
    }

    private static void putContext(ObjectNode message, CustomerMessage wanted, BusinessNumber number) {
        if (wanted.replyTo() != null) {
            message.putObject("context").put("from", number.digits()).put("id", wanted.replyTo());
        }
    }

    /// Say who wrote it, when, and under which id, unless the message says so itself.
    private void sign(ObjectNode message, Customer author, Instant sentAt, MessageKind kind) {
        if (!author.phoneHidden()) {
            putIfAbsent(message, "from", author.whatsappId());
        }
        if (kind != MessageKind.SYSTEM) {
            putIfAbsent(message, "from_user_id", author.userId());
        }
        putIfAbsent(message, "id", wamids.incoming(author));
        putIfAbsent(message, "timestamp", Long.toString(sentAt.getEpochSecond()));
    }

    private static void putIfAbsent(ObjectNode message, String field, String value) {
        if (!message.has(field)) {
            message.put(field, value);
        }
    }
}
