package dev.sharedinbox.simulator.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;

/// The body around what a webhook tells: account, field and business number.
public final class Envelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelope() {}

    /// A body that tells of one message or status.
    ///
    /// @param key `messages` or `statuses`
    public static ObjectNode about(BusinessNumber number, String key, ObjectNode item) {
        var body = JSON.objectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", BusinessNumber.ACCOUNT_ID);
        var change = entry.putArray("changes").addObject();
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", number.digits()).put("phone_number_id", number.id());
        value.putArray(key).add(item);
        change.put("field", "messages");
        return body;
    }

    /// The same with the customer in `contacts`.
    public static ObjectNode about(
            BusinessNumber number, Customer customer, boolean withUsername, String key, ObjectNode item) {
        var body = about(number, key, item);
        var value = (ObjectNode) body.at("/entry/0/changes/0/value");
        var contact = value.putArray("contacts").addObject();
        var profile = contact.putObject("profile").put("name", customer.name());
        if (withUsername && customer.username() != null) {
            profile.put("username", customer.username());
        }
        if (!customer.phoneHidden()) {
            contact.put("wa_id", customer.whatsappId());
        }
        contact.put("user_id", customer.userId());
        return body;
    }
}
