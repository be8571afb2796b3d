package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.webhook.Pause;
import dev.sharedinbox.simulator.webhook.Pricing;
import dev.sharedinbox.simulator.webhook.SentMessage;
import dev.sharedinbox.simulator.webhook.SentMessage.Course;
import dev.sharedinbox.simulator.webhook.StatusReports;
import dev.sharedinbox.simulator.world.SessionWindows;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.Trouble;
import dev.sharedinbox.simulator.world.Wamids;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Takes a message, or refuses it, or does what the customer's trouble asks for; whatever it was stands in the ledger.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class Sending {

    private final Clock clock;
    private final SendingRules rules;
    private final Templates templates;
    private final SessionWindows windows;
    private final Wamids wamids;
    private final StatusReports reports;
    private final Ledger ledger;
    private final SimulatorConfig config;

    Sending(
            Clock clock,
            SendingRules rules,
            Templates templates,
            SessionWindows windows,
            Wamids wamids,
            StatusReports reports,
            Ledger ledger,
            SimulatorConfig config) {
        this.clock = clock;
        this.rules = rules;
        this.templates = templates;
        this.windows = windows;
        this.wamids = wamids;
        this.reports = reports;
        this.ledger = ledger;
        this.config = config;
    }

    /// @param cutConnection cuts the caller off, before any answer
    Uni<Response> send(OutgoingMessage message, Runnable cutConnection) {
        return switch (permitted(message)) {
            case HANGS -> hang(message);
            case SERVER_ERROR_BUT_SENT -> {
                var code = GraphCode.SOMETHING_WENT_WRONG;
                yield reports.follow(accept(message, code)).chain(() -> failed(code, "Message may have been sent."));
            }
            case CUT_AFTER_ACCEPT -> {
                var sent = accept(message, null);
                cutConnection.run();
                yield reports.follow(sent).map(_ -> answer(message, sent));
            }
            case NONE,
                    REJECTS,
                    PAIR_RATE,
                    OUTSIDE_WINDOW,
                    SERVER_ERROR,
                    STATUS_BEFORE_RESPONSE,
                    DUPLICATES,
                    REORDERS,
                    NEVER_DELIVERED,
                    FAILS_AFTER_SENT,
                    SILENT,
                    PAYMENT_MISSING -> {
                var sent = accept(message, null);
                yield reports.follow(sent).map(_ -> answer(message, sent));
            }
        };
    }

    private Trouble permitted(OutgoingMessage message) {
        try {
            return rules.check(message);
        } catch (GraphRefusal refusal) {
            ledger.refused(message, refusal.code());
            throw refusal;
        }
    }

    private Uni<Response> hang(OutgoingMessage message) {
        ledger.unanswered(message);
        return Pause.of(config.hang())
                .chain(() -> failed(GraphCode.SERVER_UNAVAILABLE, "The server is temporarily unavailable."));
    }

    private static Uni<Response> failed(GraphCode code, String details) {
        return Uni.createFrom().failure(new GraphRefusal(code, details));
    }

    private SentMessage accept(OutgoingMessage message, @Nullable GraphCode told) {
        var wamid = wamids.outgoing(message.customer());
        var now = clock.instant();
        ledger.accepted(message, wamid, told);
        var category = message.isTemplate() ? templates.category(message.content()) : "service";
        return new SentMessage(
                wamid,
                message.number(),
                message.customer(),
                message.byPhone(),
                message.callbackData().orElse(null),
                Pricing.of(category, windows.hasWritten(message.number(), message.customer()), now),
                course(message),
                now);
    }

    private static Course course(OutgoingMessage message) {
        return switch (message.type()) {
            case REACTION -> Course.SENT;
            case AUDIO -> message.content().node().path("voice").asBoolean() ? Course.PLAYED : Course.READ;
            case TEXT, IMAGE, VIDEO, DOCUMENT, STICKER, LOCATION, CONTACTS, INTERACTIVE, TEMPLATE -> Course.READ;
        };
    }

    private static Response answer(OutgoingMessage message, SentMessage sent) {
        return Response.ok(body(message, sent)).build();
    }

    private static ObjectNode body(OutgoingMessage message, SentMessage sent) {
        var body = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        var contact = body.putArray("contacts").addObject().put("input", message.input());
        if (message.byPhone()) {
            contact.put("wa_id", message.customer().whatsappId());
        }
        contact.put("user_id", message.customer().userId());
        var told = body.putArray("messages").addObject().put("id", sent.wamid());
        if (message.isTemplate()) {
            told.put("message_status", "accepted");
        }
        return body;
    }
}
