package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.intake.Incoming;
import dev.sharedinbox.whatsapp.webhook.account.AccountNotice;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads the fields that are about customers and not about a chat.
final class CustomerWalk {

    private CustomerWalk() {}

    /// What customers chose, from `user_preferences`.
    static List<Item> preferences(String path, AccountNotice notice, UUID number) {
        var customers = Customers.of(notice.value());
        return each(
                path,
                "user_preferences",
                notice,
                ContactReader::isMarketing,
                preference -> ContactReader.marketing(preference, customers, number, notice.receivedAt()));
    }

    /// What the business calls its customers, from `smb_app_state_sync`.
    static List<Item> addressBook(String path, AccountNotice notice, UUID number) {
        return each(
                path,
                "state_sync",
                notice,
                ContactReader::isBookEntry,
                state -> ContactReader.bookEntry(state, number, notice.receivedAt()));
    }

    private static List<Item> each(
            String path,
            String list,
            AccountNotice notice,
            Predicate<JsonNode> isKnown,
            Function<JsonNode, Incoming> read) {
        var items = new ArrayList<Item>();
        var elements = notice.value().path(list);
        for (var i = 0; i < elements.size(); i++) {
            var inside = path + "." + list + "[" + i + "]";
            var element = elements.path(i);
            items.add(
                    isKnown.test(element)
                            ? Item.read(inside, notice.field(), () -> read.apply(element))
                            : new Item.Kept(inside, notice.field(), "nothing reads this word yet"));
        }
        return items;
    }
}
