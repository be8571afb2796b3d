package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.graph.door.MessageType;
import dev.sharedinbox.simulator.graph.door.Param;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Customers;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Reads the body of `POST /{phone-number-id}/messages` and refuses what has a wrong form.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class MessageReader {

    private static final int MAX_CALLBACK_DATA = 512;

    private final ObjectMapper json;
    private final Customers customers;
    private final ContentRules contentRules;

    MessageReader(ObjectMapper json, Customers customers, ContentRules contentRules) {
        this.json = json;
        this.customers = customers;
        this.contentRules = contentRules;
    }

    /// What the caller asks for.
    sealed interface Call {

        /// Send a message.
        record Send(OutgoingMessage message) implements Call {}

        /// Show the customer that their message was read, and perhaps that somebody types.
        record MarkRead(String messageId, boolean typing) implements Call {}
    }

    Call read(BusinessNumber number, String request) {
        var body = Param.body(parsed(request));
        body.word("messaging_product", List.of("whatsapp"));
        return body.has("status") ? readMark(body) : new Call.Send(message(number, body, request));
    }

    private static Call readMark(Param body) {
        body.word("status", List.of("read"));
        var messageId = body.text("message_id", 512);
        if (!messageId.startsWith("wamid.")) {
            throw body.child("message_id").invalid("is no id of a message");
        }
        var typing = body.optionalObject("typing_indicator");
        typing.ifPresent(indicator -> indicator.word("type", List.of("text")));
        return new Call.MarkRead(messageId, typing.isPresent());
    }

    private OutgoingMessage message(BusinessNumber number, Param body, String request) {
        if (body.has("recipient_type")) {
            body.word("recipient_type", List.of("individual"));
        }
        var byPhone = body.has("to");
        var customer = byPhone ? customerByPhone(number, body) : customerByUserId(body);
        var word = body.has("type") ? body.text("type", 100) : "text";
        var type = MessageType.ofWord(word)
                .orElseThrow(() -> new GraphRefusal(GraphCode.UNSUPPORTED_TYPE, "Unknown type " + word + "."));
        contentRules.check(type, body);
        body.optionalObject("context").ifPresent(context -> context.text("message_id", 512));
        return new OutgoingMessage(
                number,
                customer,
                body.text(byPhone ? "to" : "recipient", 200),
                byPhone,
                type,
                body.child(type.word()),
                body.optionalText("biz_opaque_callback_data", MAX_CALLBACK_DATA),
                request);
    }

    private Customer customerByPhone(BusinessNumber number, Param body) {
        var customer = customers
                .withPhone(body.text("to", 50))
                .orElseThrow(() -> body.child("to").invalid("must be a phone number"));
        if (customer.whatsappId().equals(number.digits())) {
            throw new GraphRefusal(GraphCode.RECIPIENT_IS_SENDER, "A number cannot write to itself.");
        }
        return customer;
    }

    private Customer customerByUserId(Param body) {
        return customers
                .withUserId(body.text("recipient", 200))
                .orElseThrow(() -> body.child("recipient").invalid("must be the BSUID of a known user"));
    }

    private JsonNode parsed(String request) {
        try {
            return json.readTree(request);
        } catch (JsonProcessingException e) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The body is not JSON.");
        }
    }
}
