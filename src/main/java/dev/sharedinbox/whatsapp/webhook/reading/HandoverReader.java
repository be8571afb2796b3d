package dev.sharedinbox.whatsapp.webhook.reading;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.whatsapp.webhook.account.AccountNotice;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/// Reads who answers a customer from now on. It becomes a notice in the customer's chat: whoever looks at the chat must
/// know whether it is their turn and what was said before, and the summary is the customer's matter, which only those
/// may read who may see the chat.
///
/// @see <a
///
/// href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messaging-handovers">Meta's
///     reference</a>
final class HandoverReader {

    private static final Map<String, String> KINDS =
            Map.of("control_passed", "controlPassed", "control_taken", "controlTaken");

    private HandoverReader() {}

    /// @throws MalformedException when it has no kind we know, time or customer
    static Incoming.Message read(AccountNotice told, UUID number) {
        var notice = told.timed();
        var value = notice.value();
        var word = notice.text("type");
        var kind = KINDS.get(word);
        if (kind == null) {
            throw new MalformedException("type is neither control_passed nor control_taken");
        }
        return new Incoming.Message(
                number,
                Customers.of(value).named(value.path("sender"), "phone_number", "user_id"),
                "handover:" + notice.key(),
                Times.of(value, notice.receivedAt()),
                Origin.HANDOVER,
                MessageType.SYSTEM,
                text(notice, word),
                content(notice, word, kind),
                null,
                null,
                null);
    }

    private static String text(AccountNotice notice, String word) {
        var to = role(notice, word, "new_owner_role");
        var from = role(notice, word, "previous_owner_role");
        var happened = "control_taken".equals(word) ? "took this chat over from" : "was given this chat by";
        return "The role " + to + " " + happened + " the role " + from + ".";
    }

    private static String role(AccountNotice notice, String word, String name) {
        return Json.text(notice.value(), word, name).map(Texts::plain).orElse("unknown");
    }

    private static JsonObject content(AccountNotice notice, String word, String kind) {
        var body = notice.value().path(word);
        return new JsonObject()
                .put("kind", kind)
                .put("from", Json.nullableText(body, "previous_owner_role"))
                .put("to", Json.nullableText(body, "new_owner_role"))
                .put("note", Json.nullableText(body, "metadata"))
                .put("summary", Json.nullableText(body, "conversation_context", "summary", "text"));
    }
}
