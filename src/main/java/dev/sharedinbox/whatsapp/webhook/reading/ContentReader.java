package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads the part of a message that its `type` names. A type or shape that is not known yet becomes an unsupported
/// message with its raw form, never an error.
@Singleton
final class ContentReader {

    private final ObjectMapper mapper;

    ContentReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    MessageContent read(JsonNode message) {
        var type = Json.text(message, "type").orElse("");
        var object = message.path(type);
        var content = switch (type) {
            case "text" -> text(message, object);
            case "image" -> file(MessageType.IMAGE, object);
            case "video" -> file(MessageType.VIDEO, object);
            case "audio", "voice" -> file(MessageType.AUDIO, object, "voice".equals(type));
            case "document" -> file(MessageType.DOCUMENT, object);
            case "sticker" -> file(MessageType.STICKER, object);
            case "location" -> location(message, object);
            case "contacts" -> contacts(message, object);
            case "interactive" -> interactive(message, object);
            case "button" -> button(object);
            case "order" -> order(message, object);
            case "system" -> system(message, object);
            case "request_welcome" -> MessageContent.of(MessageType.SYSTEM, null, kind("request_welcome"));
            default -> MessageContent.unsupported(message);
        };
        context(message, content.content());
        return content;
    }

    private static MessageContent text(JsonNode message, JsonNode object) {
        return Json.text(object, "body")
                .map(body -> MessageContent.of(MessageType.TEXT, body, new JsonObject()))
                .orElseGet(() -> MessageContent.unsupported(message));
    }

    private static MessageContent file(MessageType type, JsonNode object) {
        return file(type, object, object.path("voice").asBoolean());
    }

    private static MessageContent file(MessageType type, JsonNode object, boolean voice) {
        var file = new Incoming.File(
                type.name(),
                Json.nullableText(object, "mime_type"),
                Json.nullableText(object, "filename"),
                Json.nullableText(object, "sha256"),
                voice,
                object.path("animated").asBoolean(),
                Json.nullableText(object, "id"),
                Json.nullableText(object, "url"));
        return new MessageContent(type, Json.nullableText(object, "caption"), new JsonObject(), file);
    }

    private static MessageContent location(JsonNode message, JsonNode object) {
        if (!object.path("latitude").isNumber() || !object.path("longitude").isNumber()) {
            return MessageContent.unsupported(message);
        }
        var label = Json.text(object, "name").or(() -> Json.text(object, "address"));
        return MessageContent.of(MessageType.LOCATION, label.orElse(null), Json.object(object));
    }

    private static MessageContent contacts(JsonNode message, JsonNode object) {
        if (!object.isArray()) {
            return MessageContent.unsupported(message);
        }
        var cards = Json.object(message).getJsonArray("contacts");
        var names = Json.elements(message, "contacts").stream()
                .map(card -> Json.nullableText(card, "name", "formatted_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return MessageContent.of(
                MessageType.CONTACTS, names.isEmpty() ? null : names, new JsonObject().put("contacts", cards));
    }

    private MessageContent interactive(JsonNode message, JsonNode object) {
        return switch (Json.text(object, "type").orElse("")) {
            case "button_reply" -> choice("button", object.path("button_reply"));
            case "list_reply" -> choice("list", object.path("list_reply"));
            case "nfm_reply" -> form(object.path("nfm_reply"));
            case "call_permission_reply" ->
                MessageContent.of(
                        MessageType.REPLY,
                        Json.nullableText(object, "call_permission_reply", "response"),
                        kind("callPermission").mergeIn(Json.object(object.path("call_permission_reply"))));
            default -> MessageContent.unsupported(message);
        };
    }

    private static MessageContent choice(String kind, JsonNode reply) {
        return MessageContent.of(
                MessageType.REPLY, Json.nullableText(reply, "title"), kind(kind).mergeIn(Json.object(reply)));
    }

    /// The answers of a form come as a text that should hold a JSON object, but may hold anything.
    private MessageContent form(JsonNode reply) {
        var content = kind("form").put("name", Json.nullableText(reply, "name"));
        Json.text(reply, "response_json").ifPresent(response -> {
            var answers = parsed(response);
            if (answers.isObject()) {
                content.put("answers", Json.object(answers));
            } else {
                content.put("rawAnswers", response);
            }
        });
        return MessageContent.of(MessageType.REPLY, Json.nullableText(reply, "body"), content);
    }

    private JsonNode parsed(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            return mapper.missingNode();
        }
    }

    private static MessageContent button(JsonNode object) {
        return MessageContent.of(
                MessageType.REPLY,
                Json.nullableText(object, "text"),
                kind("templateButton").put("id", Json.nullableText(object, "payload")));
    }

    private static MessageContent order(JsonNode message, JsonNode object) {
        return object.isObject()
                ? MessageContent.of(MessageType.ORDER, Json.nullableText(object, "text"), Json.object(object))
                : MessageContent.unsupported(message);
    }

    private static MessageContent system(JsonNode message, JsonNode object) {
        var content = kind(Json.text(object, "type").orElse("unknown")).put("notice", Json.object(object));
        if (message.path("identity").isObject()) {
            content.put("identity", Json.object(message.path("identity")));
        }
        return MessageContent.of(MessageType.SYSTEM, Json.nullableText(object, "body"), content);
    }

    /// How the message came about: forwarded, from an ad, a question about a product, written by a program. Kept
    /// verbatim. What WhatsApp could not pass on comes with why, in words an agent can act on.
    private static void context(JsonNode message, JsonObject content) {
        if (message.path("context").path("forwarded").asBoolean()) {
            content.put("forwarded", true);
        }
        if (message.path("context").path("frequently_forwarded").asBoolean()) {
            content.put("frequentlyForwarded", true);
        }
        if (message.path("context").path("referred_product").isObject()) {
            content.put("referredProduct", Json.object(message.path("context").path("referred_product")));
        }
        if (message.path("referral").isObject()) {
            content.put("referral", Json.object(message.path("referral")));
        }
        Json.text(message, "message_creation_type").ifPresent(type -> content.put("creationType", type));
        ReportedErrors.of(message)
                .ofReceiving()
                .ifPresent(failure -> content.put("failure", failure)
                        .put("errors", Json.object(message).getJsonArray("errors")));
    }

    private static JsonObject kind(String kind) {
        return new JsonObject().put("kind", kind);
    }
}
