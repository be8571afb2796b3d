package dev.sharedinbox.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Posts webhooks the way Meta does, signed over exactly the bytes it sends.
public final class Meta {

    public static final String SALES_NUMBER = "300100200300401";
    public static final String SUPPORT_NUMBER = "300100200300402";

    private static final String APP_SECRET = "demo-app-secret";

    private Meta() {}

    public static Response post(JsonObject body) {
        return post(body.encode().getBytes(StandardCharsets.UTF_8));
    }

    public static Response post(byte[] body) {
        return post("demo", signature(body), body);
    }

    public static Response post(String plugin, String signature, byte[] body) {
        var request = given().contentType("application/json").body(body);
        return (signature.isEmpty() ? request : request.header("X-Hub-Signature-256", signature))
                .post("/webhooks/whatsapp/{plugin}", plugin);
    }

    public static String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A body with one value under the field `messages` of the sales number.
    public static JsonObject body(JsonObject value) {
        return body(SALES_NUMBER, value);
    }

    public static JsonObject body(String number, JsonObject value) {
        return body("messages", number, value);
    }

    public static JsonObject body(String field, String number, JsonObject value) {
        var full = new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("metadata", new JsonObject().put("phone_number_id", number))
                .mergeIn(value);
        var change = new JsonObject().put("field", field).put("value", full);
        var entry = new JsonObject().put("id", "210045600000001").put("changes", new JsonArray().add(change));
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry));
    }

    public static JsonObject messages(JsonObject... messages) {
        return new JsonObject().put("messages", new JsonArray(java.util.List.of(messages)));
    }

    public static JsonObject statuses(JsonObject... statuses) {
        return new JsonObject().put("statuses", new JsonArray(java.util.List.of(statuses)));
    }

    public static JsonObject text(String from, String id, long timestamp, String text) {
        return new JsonObject()
                .put("from", from)
                .put("id", id)
                .put("timestamp", Long.toString(timestamp))
                .put("type", "text")
                .put("text", new JsonObject().put("body", text));
    }

    /// What makes a message an edit of the text of another one.
    public static JsonObject editOf(String target, String text) {
        var message = new JsonObject().put("type", "text").put("text", new JsonObject().put("body", text));
        return new JsonObject()
                .put("type", "edit")
                .put("edit", new JsonObject().put("original_message_id", target).put("message", message));
    }

    /// What makes a message the revocation of another one.
    public static JsonObject revokeOf(String target) {
        return new JsonObject()
                .put("type", "revoke")
                .put("revoke", new JsonObject().put("original_message_id", target));
    }
}
