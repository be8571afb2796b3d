package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Writes the content of a customer's message as Meta's webhooks have it: the object named like the type.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class MessageComposer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CustomerMedia media;

    MessageComposer(CustomerMedia media) {
        this.media = media;
    }

    /// Add type and content to `message`, which already says who wrote it and when.
    void fill(ObjectNode message, MessageKind kind, CustomerMessage wanted, Customer customer, BusinessNumber number) {
        message.put("type", kind.word());
        switch (kind) {
            case TEXT -> message.putObject("text").put("body", wanted.textOr("Hello, is anybody there?"));
            case IMAGE, VIDEO, AUDIO, DOCUMENT, STICKER -> message.set(kind.word(), media.object(kind, wanted, number));
            case LOCATION -> message.set("location", location(wanted));
            case CONTACTS -> message.putArray("contacts").add(card());
            case BUTTON -> {
                var text = wanted.textOr("Confirm");
                message.putObject("button")
                        .put("payload", or(wanted.payload(), text))
                        .put("text", text);
            }
            case INTERACTIVE -> message.set("interactive", reply(wanted));
            case REACTION -> {
                var reaction = message.putObject("reaction").put("message_id", or(wanted.messageId(), ""));
                putIfThere(reaction, "emoji", wanted.emoji());
            }
            case ORDER -> message.set("order", order(wanted));
            case EDIT -> message.set("edit", edit(wanted));
            case REVOKE -> message.putObject("revoke").put("original_message_id", or(wanted.messageId(), ""));
            case SYSTEM -> message.set("system", numberChange(wanted, customer));
            case UNSUPPORTED -> {
                message.putObject("unsupported").put("type", "poll_creation");
                message.putArray("errors").add(notSupported());
            }
        }
    }

    private static ObjectNode location(CustomerMessage wanted) {
        var location = JSON.objectNode()
                .put("latitude", wanted.latitude() == null ? 52.5 : wanted.latitude())
                .put("longitude", wanted.longitude() == null ? 13.4 : wanted.longitude());
        putIfThere(location, "name", wanted.placeName());
        putIfThere(location, "address", wanted.address());
        return location;
    }

    private static ObjectNode card() {
        var card = JSON.objectNode();
        card.putObject("name")
                .put("formatted_name", "Jo Elm")
                .put("first_name", "Jo")
                .put("last_name", "Elm");
        card.putArray("phones")
                .addObject()
                .put("phone", "+1 650 555 1292")
                .put("wa_id", "16505551292")
                .put("type", "CELL");
        return card;
    }

    private static ObjectNode reply(CustomerMessage wanted) {
        var kind = wanted.description() == null ? "button_reply" : "list_reply";
        var reply = JSON.objectNode().put("type", kind);
        var choice = reply.putObject(kind).put("id", or(wanted.id(), "yes")).put("title", or(wanted.title(), "Yes"));
        putIfThere(choice, "description", wanted.description());
        return reply;
    }

    private static ObjectNode order(CustomerMessage wanted) {
        var order = JSON.objectNode().put("catalog_id", "610000000000011").put("text", wanted.textOr(""));
        order.putArray("product_items")
                .addObject()
                .put("product_retailer_id", "SKU-RYE-800")
                .put("quantity", 2)
                .put("item_price", 4.5)
                .put("currency", "EUR");
        return order;
    }

    private static ObjectNode edit(CustomerMessage wanted) {
        var edit = JSON.objectNode().put("original_message_id", or(wanted.messageId(), ""));
        var message = edit.putObject("message").put("type", "text");
        message.putObject("text").put("body", wanted.textOr("That is what I meant"));
        return edit;
    }

    private static ObjectNode numberChange(CustomerMessage wanted, Customer customer) {
        var newPhone = or(wanted.newPhone(), "16505551298");
        return JSON.objectNode()
                .put("body", "User " + customer.name() + " changed from " + customer.whatsappId() + " to " + newPhone)
                .put("wa_id", newPhone)
                .put("type", "user_changed_number");
    }

    private static ObjectNode notSupported() {
        var error = JSON.objectNode()
                .put("code", 131051)
                .put("title", "Message type unknown")
                .put("message", "Message type unknown");
        error.putObject("error_data").put("details", "Message type is currently not supported.");
        return error;
    }

    private static void putIfThere(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
