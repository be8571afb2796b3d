package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Webhooks about an account, the way Meta sends them, and numbers that no other test's webhooks are about.
public final class AccountWebhook {

    public static final String ACCOUNT = "210045600000001";

    private AccountWebhook() {}

    /// A number of the demo plugin in the Sales inbox.
    ///
    /// @param phone its digits
    record OwnNumber(UUID id, String phone) {

        static OwnNumber connected(Database database, Plugins plugins) {
            var phone = Phones.next();
            var number = new OwnNumber(Ids.next(), phone);
            database.run(
                    "insert into business_number"
                            + " (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone)"
                            + " values ($1, $2, $3, $4, $5, $6)",
                    DemoIds.WORKSPACE,
                    number.id(),
                    DemoIds.PLUGIN,
                    DemoIds.SALES_INBOX,
                    "9001" + phone,
                    "+" + phone);
            plugins.changed();
            return number;
        }

        /// Leave no trace that tests of the demo plugin would stumble over.
        void remove(Database database, Plugins plugins) {
            database.run("delete from business_number where id = $1", id);
            plugins.changed();
        }
    }

    public static JsonObject body(String field, Instant at, JsonObject value) {
        return body(field, at, value, ACCOUNT);
    }

    public static JsonObject body(String field, Instant at, JsonObject value, String account) {
        var entry = new JsonObject()
                .put("id", account)
                .put("time", at.getEpochSecond())
                .put(
                        "changes",
                        new JsonArray().add(new JsonObject().put("field", field).put("value", value)));
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry));
    }

    /// A stored payload, as if it had happened at this time.
    public static JsonObject file(String name, Instant at) {
        try (var file = AccountWebhook.class.getResourceAsStream("/whatsapp-payloads/" + name)) {
            var body = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            body.getJsonArray("entry").getJsonObject(0).put("time", at.getEpochSecond());
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObject value(JsonObject body) {
        return body.getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonObject("value");
    }

    public static void post(JsonObject body) {
        Meta.post(body).then().statusCode(200);
    }
}
