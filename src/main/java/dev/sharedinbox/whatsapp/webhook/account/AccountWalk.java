package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.body.Part;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    private static final String UNKNOWN_NUMBER = "the business number is not one of this plugin's";

    private AccountWalk() {}

    /// The items of a value, one for each thing it tells.
    public static Stream<Item> items(Part part, AccountNotice notice) {
        if (!FIELDS.contains(part.field())) {
            return Stream.of(part.kept("nothing reads this field yet"));
        }
        if (!notice.isOurs()) {
            return Stream.of(part.kept("the account is not this plugin's"));
        }
        return part.field().startsWith("group_") ? groups(part, notice) : Stream.of(item(part, notice));
    }

    private static Stream<Item> groups(Part part, AccountNotice notice) {
        var number = notice.plugin().numbers().get(notice.text("metadata", "phone_number_id"));
        return number == null
                ? Stream.of(part.kept(UNKNOWN_NUMBER))
                : part.each("groups")
                        .map(group -> group.read(told -> new Incoming.Account(
                                GroupEvents.read(notice.about(told).timed(), number.id()))));
    }

    private static Item item(Part part, AccountNotice notice) {
        if (NumberEvents.FIELDS.contains(part.field())
                && NumberEvents.number(notice).isEmpty()) {
            return part.kept(UNKNOWN_NUMBER);
        }
        return read(notice)
                .map(event -> part.read(_ -> new Incoming.Account(event)))
                .orElseGet(() -> part.kept("nothing reads this event yet"));
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
}
