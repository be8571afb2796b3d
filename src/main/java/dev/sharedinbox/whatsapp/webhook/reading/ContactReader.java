package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.contact.AddressBook;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what is told about customers outside their chats: elements of `user_preferences` and of `state_sync`.
final class ContactReader {

    private ContactReader() {}

    /// Whether it is a choice about marketing messages in a word we know.
    static boolean isMarketing(JsonNode preference) {
        return "marketing_messages".equals(Json.text(preference, "category").orElse(""))
                && List.of("stop", "resume", "signup")
                        .contains(Json.text(preference, "value").orElse(""));
    }

    /// @throws MalformedException when it names no customer or has no time
    static Incoming.Marketing marketing(JsonNode preference, Customers customers, UUID number, Instant now) {
        return new Incoming.Marketing(
                number,
                customers.named(preference, "wa_id", "user_id"),
                "stop".equals(Json.text(preference, "value").orElse("")),
                Times.asTold(preference, "timestamp", now));
    }

    /// Whether it is an entry of an address book that was written or taken out.
    static boolean isBookEntry(JsonNode state) {
        return "contact".equals(Json.text(state, "type").orElse(""))
                && List.of("add", "edit", "remove").contains(action(state));
    }

    /// An entry without a name says as little as none.
    ///
    /// @throws MalformedException when it names no customer or has no time
    static Incoming.BookEntry bookEntry(JsonNode state, UUID number, Instant now) {
        var removed = "remove".equals(action(state));
        return new Incoming.BookEntry(
                number,
                customer(state.path("contact")),
                removed ? null : name(state.path("contact")),
                Times.asTold(state.path("metadata"), "timestamp", now));
    }

    private static String action(JsonNode state) {
        return Json.text(state, "action").orElse("");
    }

    /// Without the book's name: that is not what the customer calls themselves.
    private static Customer customer(JsonNode contact) {
        var ids = new ArrayList<>(Json.text(contact, "user_id")
                .flatMap(Customers::userId)
                .map(List::of)
                .orElse(List.of()));
        Json.text(contact, "phone_number")
                .map(phone -> phone.replaceAll("[^0-9]", ""))
                .flatMap(Customers::waId)
                .ifPresent(ids::add);
        if (ids.isEmpty()) {
            throw new MalformedException("the entry names no customer");
        }
        return new Customer(ids, null, null);
    }

    private static @Nullable String name(JsonNode contact) {
        return Json.text(contact, "full_name")
                .or(() -> Json.text(contact, "first_name"))
                .map(String::strip)
                .map(name -> Texts.cut(name, AddressBook.LONGEST_NAME))
                .orElse(null);
    }
}
