package dev.sharedinbox.whatsapp.webhook.reading;

import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.body.Part;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads the fields that are about customers and not about a chat.
final class CustomerWalk {

    private static final String NOT_READ = "nothing reads this word yet";

    private CustomerWalk() {}

    /// What customers chose, from `user_preferences`.
    static Stream<Item> preferences(Part part, UUID number, Instant now) {
        var customers = Customers.of(part.value());
        return part.each("user_preferences")
                .map(preference -> ContactReader.isMarketing(preference.value())
                        ? preference.read(told -> ContactReader.marketing(told, customers, number, now))
                        : preference.kept(NOT_READ));
    }

    /// What the business calls its customers, from `smb_app_state_sync`.
    static Stream<Item> addressBook(Part part, UUID number, Instant now) {
        return part.each("state_sync")
                .map(state -> ContactReader.isBookEntry(state.value())
                        ? state.read(told -> ContactReader.bookEntry(told, number, now))
                        : state.kept(NOT_READ));
    }
}
