package dev.sharedinbox.packaged;

import dev.sharedinbox.packaged.Fact.Broken;
import dev.sharedinbox.packaged.Fact.Echoed;
import dev.sharedinbox.packaged.Fact.Edited;
import dev.sharedinbox.packaged.Fact.Foreign;
import dev.sharedinbox.packaged.Fact.Reacted;
import dev.sharedinbox.packaged.Fact.Reported;
import dev.sharedinbox.packaged.Fact.Revoked;
import dev.sharedinbox.packaged.Fact.Written;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// Facts as Meta sends them to the numbers of one plugin.
///
/// @param name makes the ids of this traffic its own
/// @param begin the second in which the first fact happened; each later one is a second younger
/// @param phones where the customers' numbers begin
record Traffic(String name, List<String> numbers, long begin, long phones, List<Fact> facts) {

    /// The change of an envelope that says one fact.
    JsonObject change(int place) {
        return switch (facts.get(place)) {
            case Written(var number, var customer, var kind, var text) ->
                change("messages", number, "messages", message(place, customer).mergeIn(content(kind, text)));
            case Echoed(var number, var customer, var text) ->
                change(
                        "smb_message_echoes",
                        number,
                        "message_echoes",
                        identified(place).put("to", phone(customer)).mergeIn(content(Fact.Kind.TEXT, text)));
            case Reported(var target, var word) ->
                change(
                        "messages",
                        numberOf(target),
                        "statuses",
                        identified(place).put("id", id(target)).put("status", word));
            case Edited(var target, var text) ->
                change(
                        "messages",
                        numberOf(target),
                        "messages",
                        message(place, customerOf(target))
                                .put("type", "edit")
                                .put(
                                        "edit",
                                        new JsonObject()
                                                .put("original_message_id", id(target))
                                                .put("message", content(Fact.Kind.TEXT, text))));
            case Revoked(var target) ->
                change(
                        "messages",
                        numberOf(target),
                        "messages",
                        message(place, customerOf(target))
                                .put("type", "revoke")
                                .put("revoke", new JsonObject().put("original_message_id", id(target))));
            case Reacted(var customer, var target, var emoji) ->
                change(
                        "messages",
                        numberOf(target),
                        "messages",
                        message(place, customer)
                                .put("type", "reaction")
                                .put(
                                        "reaction",
                                        new JsonObject()
                                                .put("message_id", id(target))
                                                .put("emoji", emoji)));
            case Broken(var number, var fault) ->
                change("messages", number, "messages", broken(message(place, 0), fault));
            case Foreign(var ourNumber) ->
                ourNumber
                        ? change("sparkles", 0, "sparkles", new JsonObject())
                        : change("messages", "999999999999999", "messages", message(place, 0));
        };
    }

    String id(int place) {
        return "wamid." + name + "-" + place;
    }

    String phone(int customer) {
        return Long.toString(phones + customer);
    }

    /// Whatever is said about a fact is said on its number.
    int numberOf(int place) {
        return switch (facts.get(place)) {
            case Written written -> written.number();
            case Echoed echoed -> echoed.number();
            default -> 0;
        };
    }

    int customerOf(int place) {
        return switch (facts.get(place)) {
            case Written written -> written.customer();
            case Echoed echoed -> echoed.customer();
            default -> 0;
        };
    }

    private JsonObject change(String field, int number, String list, JsonObject element) {
        return change(field, numbers.get(number), list, element);
    }

    private static JsonObject change(String field, String number, String list, JsonObject element) {
        var value = new JsonObject()
                .put("messaging_product", "whatsapp")
                .put("metadata", new JsonObject().put("phone_number_id", number).put("display_phone_number", null))
                .put("contacts", null)
                .put("not_known_yet", new JsonArray().addNull().add(1.5))
                .put(list, new JsonArray().add(element.put("novelty", new JsonObject().put("deep", true))));
        return new JsonObject().put("field", field).put("value", value);
    }

    private JsonObject message(int place, int customer) {
        return identified(place).put("from", phone(customer));
    }

    private JsonObject identified(int place) {
        return new JsonObject().put("id", id(place)).put("timestamp", Long.toString(begin + place));
    }

    private static JsonObject content(Fact.Kind kind, String text) {
        return switch (kind) {
            case TEXT -> of("text", new JsonObject().put("body", text));
            case IMAGE ->
                of("image", new JsonObject().put("mime_type", "image/jpeg").put("caption", text));
            case LOCATION ->
                of(
                        "location",
                        new JsonObject()
                                .put("latitude", 1.5)
                                .put("longitude", -2)
                                .put("name", text));
            case BUTTON -> of("button", new JsonObject().put("text", text).put("payload", null));
            case UNKNOWN -> of("sparkle", new JsonObject().put("body", text));
            case NULLS -> new JsonObject().put("type", null).put("text", null);
        };
    }

    private static JsonObject of(String type, JsonObject content) {
        return new JsonObject().put("type", type).put(type, content);
    }

    private static JsonObject broken(JsonObject message, Fact.Fault fault) {
        return switch (fault) {
            case NO_ID -> message.putNull("id");
            case NO_TIME -> message.put("timestamp", new JsonArray());
            case ODD_TIME -> message.put("timestamp", "yesterday");
            case NO_SENDER -> message.put("from", "somebody");
        };
    }
}
