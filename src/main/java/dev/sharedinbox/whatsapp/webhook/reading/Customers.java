package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.contact.Identity;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises the customer of an item. Names come from the value's `contacts`, which are matched by id and never by
/// their place in the list.
public final class Customers {

    /// Meta's form of a business-scoped user id, see "Business-scoped user IDs" in the Cloud API's documentation.
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]{1,140}");

    private static final Pattern WA_ID = Pattern.compile("\\+?([0-9]{5,20})");

    private final List<JsonNode> contacts;

    private Customers(List<JsonNode> contacts) {
        this.contacts = contacts;
    }

    static Customers of(JsonNode value) {
        return new Customers(Json.elements(value, "contacts"));
    }

    /// The customer that a message names in the fields `number` (a phone, or a user id in some versions) and `userId`.
    ///
    /// @throws MalformedException when neither is an id
    Customer named(JsonNode message, String number, String userId) {
        var ids = new ArrayList<Identity>();
        Json.text(message, userId).flatMap(Customers::userId).ifPresent(ids::add);
        Json.text(message, number).map(Customers::numberOrUserId).ifPresent(ids::add);
        if (ids.isEmpty()) {
            throw new MalformedException("neither " + number + " nor " + userId + " names a customer");
        }
        return described(ids);
    }

    /// A WhatsApp group, as the other side of a chat.
    ///
    /// @throws MalformedException when it is no id: what is said in a group is nobody's own
    static Customer group(String groupId) {
        if (groupId.length() > Identity.LONGEST) {
            throw new MalformedException("group_id is longer than " + Identity.LONGEST);
        }
        return new Customer(List.of(new Identity(Identity.Kind.GROUP, groupId)), "WhatsApp group", null);
    }

    /// The numbers on the card that a customer shared when asked for their own. Any other card is somebody else's.
    static List<Identity> ownCard(JsonNode message) {
        return Json.elements(message, "contacts").stream()
                .filter(card ->
                        "contact_request".equals(Json.text(card, "origin").orElse("")))
                .flatMap(card -> Json.elements(card, "phones").stream())
                .flatMap(phone -> Json.text(phone, "wa_id").or(() -> Json.text(phone, "phone")).stream())
                .flatMap(number -> waId(number.replaceAll("[^0-9]", "")).stream())
                .distinct()
                .toList();
    }

    /// The customer with all these ids, and what `contacts` tells about them.
    Customer described(List<Identity> ids) {
        var contact = contacts.stream().filter(one -> isAbout(one, ids)).findFirst();
        var all = new ArrayList<>(ids);
        contact.map(Customers::identities).stream()
                .flatMap(List::stream)
                .filter(identity -> !all.contains(identity))
                .forEach(all::add);
        return new Customer(
                all,
                contact.flatMap(one -> Json.text(one, "profile", "name")).orElse(null),
                contact.flatMap(one -> Json.text(one, "profile", "username")).orElse(null));
    }

    /// Empty when it is too long to be one.
    static Optional<Identity> userId(String text) {
        return text.length() > Identity.LONGEST
                ? Optional.empty()
                : Optional.of(new Identity(Identity.Kind.BSUID, text));
    }

    /// @throws MalformedException when it is neither digits nor a user id
    static Identity numberOrUserId(String text) {
        return waId(text)
                .or(() -> userId(text).filter(_ -> BSUID.matcher(text).matches()))
                .orElseThrow(() -> new MalformedException("the sender is neither a number nor a user id"));
    }

    static Optional<Identity> waId(String text) {
        var matcher = WA_ID.matcher(text);
        return matcher.matches() ? Optional.of(new Identity(Identity.Kind.WA_ID, matcher.group(1))) : Optional.empty();
    }

    private static boolean isAbout(JsonNode contact, List<Identity> ids) {
        return identities(contact).stream().anyMatch(ids::contains);
    }

    private static List<Identity> identities(JsonNode contact) {
        var ids = new ArrayList<Identity>();
        Json.text(contact, "user_id").flatMap(Customers::userId).ifPresent(ids::add);
        Json.text(contact, "wa_id").flatMap(Customers::waId).ifPresent(ids::add);
        return ids;
    }
}
