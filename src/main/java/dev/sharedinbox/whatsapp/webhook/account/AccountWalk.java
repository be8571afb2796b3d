package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.chat.intake.Incoming;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the fields that are about an account and not about a chat. What Meta adds to them stays in the ledger until
/// somebody teaches a reader to understand it.
public final class AccountWalk {

    /// The fields that are known to be about an account.
    public static final Set<String> FIELDS = Set.of(
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "business_username_update",
            "business_username_updates",
            "security",
            "account_settings_update",
            "account_update",
            "account_review_update",
            "account_alerts",
            "business_capability_update",
            "group_lifecycle_update",
            "group_participants_update",
            "group_settings_update",
            "group_status_update");

    private AccountWalk() {}

    /// The items of a value, one for each thing it tells.
    public static List<Item> items(String path, AccountNotice notice) {
        if (!FIELDS.contains(notice.field())) {
            return List.of(new Item.Kept(path, notice.field(), "nothing reads this field yet"));
        }
        if (!notice.isOurs()) {
            return List.of(new Item.Kept(path, notice.field(), "the account is not this plugin's"));
        }
        return notice.field().startsWith("group_") ? groups(path, notice) : List.of(item(path, notice));
    }

    private static List<Item> groups(String path, AccountNotice notice) {
        var number = notice.plugin().numbers().get(notice.text("metadata", "phone_number_id"));
        if (number == null) {
            return List.of(unknownNumber(path, notice));
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i < notice.value().path("groups").size(); i++) {
            var group = notice.about(notice.value().path("groups").path(i));
            items.add(Item.read(
                    path + ".groups[" + i + "]",
                    notice.field(),
                    () -> new Incoming.Account(GroupEvents.read(group.timed(), number.id()))));
        }
        return items;
    }

    private static Item item(String path, AccountNotice notice) {
        if (NumberEvents.FIELDS.contains(notice.field())
                && NumberEvents.number(notice).isEmpty()) {
            return unknownNumber(path, notice);
        }
        return read(notice)
                .map(event -> Item.read(path, notice.field(), () -> new Incoming.Account(event)))
                .orElseGet(() -> new Item.Kept(path, notice.field(), "nothing reads this event yet"));
    }

    private static Optional<AccountEvent> read(AccountNotice notice) {
        return switch (notice.field()) {
            case "message_template_status_update",
                    "message_template_quality_update",
                    "message_template_components_update",
                    "template_category_update" -> TemplateEvents.read(notice);
            case "account_update" -> AccountUpdates.read(notice);
            case "account_review_update", "account_alerts", "business_capability_update" -> AccountNews.read(notice);
            default -> NumberEvents.read(notice);
        };
    }

    private static Item unknownNumber(String path, AccountNotice notice) {
        return new Item.Kept(path, notice.field(), "the business number is not one of this plugin's");
    }
}
