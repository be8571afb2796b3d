package dev.sharedinbox.simulator.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/// One thing that happened to a sent message, and how a webhook says it.
public sealed interface Status {

    Instant at();

    /// The word Meta has for it.
    String word();

    /// The whole webhook body.
    ObjectNode about(SentMessage message);

    /// Progress.
    record Reached(Stage stage, Instant at) implements Status {

        @Override
        public String word() {
            return stage.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public ObjectNode about(SentMessage message) {
            var status = start(this, message)
                    .put("recipient_user_id", message.customer().userId());
            echoCallbackData(status, message);
            if (stage == Stage.SENT || stage == Stage.DELIVERED) {
                status.putObject("pricing")
                        .put("billable", message.pricing().billable())
                        .put("pricing_model", "PMP")
                        .put("type", message.pricing().type())
                        .put("category", message.pricing().category());
            }
            return Envelope.about(message.number(), message.customer(), stage != Stage.SENT, "statuses", status);
        }
    }

    /// The end, with Meta's reason. It names the customer only as the caller did.
    record Failed(int code, String title, String details, Instant at) implements Status {

        private static final String HELP =
                "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes";

        @Override
        public String word() {
            return "failed";
        }

        @Override
        public ObjectNode about(SentMessage message) {
            var status = start(this, message);
            if (!message.byPhone()) {
                status.put("recipient_user_id", message.customer().userId());
            }
            echoCallbackData(status, message);
            var error = status.putArray("errors").addObject();
            error.put("code", code).put("title", title).put("message", title);
            error.putObject("error_data").put("details", details);
            error.put("href", HELP);
            return Envelope.about(message.number(), "statuses", status);
        }
    }

    /// The stages of progress, in their order.
    enum Stage {
        SENT,
        DELIVERED,
        READ,
        PLAYED
    }

    private static ObjectNode start(Status status, SentMessage message) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("id", message.wamid())
                .put("status", status.word())
                .put("timestamp", Long.toString(status.at().getEpochSecond()));
        if (message.byPhone() || !message.customer().phoneHidden()) {
            node.put("recipient_id", message.customer().whatsappId());
        }
        return node;
    }

    private static void echoCallbackData(ObjectNode status, SentMessage message) {
        if (message.callbackData() != null) {
            status.put("biz_opaque_callback_data", message.callbackData());
        }
    }
}
