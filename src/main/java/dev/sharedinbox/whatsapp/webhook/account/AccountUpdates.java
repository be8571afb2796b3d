package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.channel.event.AccountEventSeverity.CRITICAL;
import static dev.sharedinbox.channel.event.AccountEventSeverity.INFO;

import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.status.AccountState;
import dev.sharedinbox.channel.status.NumberAspect;
import dev.sharedinbox.channel.status.NumberConnection;
import dev.sharedinbox.channel.status.Report;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the events of `account_update`: whether we are still connected, and what else changed. See [AccountSanctions]
/// for bans and restrictions.
///
/// @see <a
///
/// href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update">Meta's
///     reference</a>
final class AccountUpdates {

    private static final int LONGEST_WORD = 200;

    private final AccountNotice notice;
    private final Optional<BusinessNumberRef> number;

    private AccountUpdates(AccountNotice notice) {
        this.notice = notice;
        this.number = notice.number("phone_number");
    }

    /// Empty when it tells something that is not known here.
    static Optional<AccountEvent> read(AccountNotice notice) {
        return new AccountUpdates(notice).read();
    }

    private Optional<AccountEvent> read() {
        return switch (notice.text("event").toUpperCase(Locale.ROOT)) {
            case "VERIFIED_ACCOUNT" ->
                plain(AccountEventKind.ACCOUNT_VERIFIED, INFO, "WhatsApp has verified the business");
            case "ACCOUNT_VIOLATION", "ACCOUNT_RESTRICTION", "DISABLED_UPDATE" ->
                AccountSanctions.read(notice, number.map(BusinessNumberRef::id).orElse(null));
            case "ACCOUNT_DELETED" -> Optional.of(deleted());
            case "PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED", "ACCOUNT_OFFBOARDED" -> Optional.of(disconnected());
            case "PARTNER_ADDED", "PARTNER_APP_INSTALLED" ->
                Optional.of(connected(AccountEventKind.ACCOUNT_CONNECTED, "was connected to us"));
            case "ACCOUNT_RECONNECTED" ->
                Optional.of(connected(AccountEventKind.ACCOUNT_RECONNECTED, "is connected to us again"));
            case "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE" -> changed("The country of the business changed");
            case "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" ->
                changed("The price of authentication messages to other countries changed");
            case "VOLUME_BASED_PRICING_TIER_UPDATE" -> changed("The account has reached another price tier");
            case "AD_ACCOUNT_LINKED" -> changed("An ad account was linked");
            case "MM_LITE_TERMS_SIGNED" -> changed("The terms of the Marketing Messages API were signed");
            case "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE" -> changed("The certification of a client changed");
            default -> Optional.empty();
        };
    }

    private AccountEvent deleted() {
        return event(
                AccountEventKind.ACCOUNT_DELETED,
                CRITICAL,
                "The account was deleted at WhatsApp",
                List.of(notice.report(AccountState.DELETED, null, null)));
    }

    /// Where a number is named, only that was taken from us, because its owner left or did not use the app.
    private AccountEvent disconnected() {
        var why =
                word("disconnection_info", "reason").map(found -> ": " + found).orElse("");
        return number.map(lost -> event(
                        AccountEventKind.NUMBER_DISCONNECTED,
                        CRITICAL,
                        "The number " + lost.displayPhone() + " was disconnected from us" + why,
                        List.of(connection(lost, NumberConnection.DISCONNECTED))))
                .orElseGet(() -> event(
                        AccountEventKind.ACCOUNT_DISCONNECTED,
                        CRITICAL,
                        "The account was disconnected from us" + why,
                        List.of(notice.report(
                                AccountState.DISCONNECTED,
                                word("disconnection_info", "reason")
                                        .map(Texts::sentence)
                                        .orElse(null),
                                null))));
    }

    /// An account that is connected again brings its numbers along.
    private AccountEvent connected(AccountEventKind kind, String words) {
        if (number.isPresent()) {
            var found = number.get();
            return event(
                    AccountEventKind.NUMBER_RECONNECTED,
                    INFO,
                    "The number " + found.displayPhone() + " " + words,
                    List.of(connection(found, NumberConnection.CONNECTED)));
        }
        var numbers =
                notice.plugin().numbers().values().stream().map(found -> connection(found, NumberConnection.CONNECTED));
        var reports = Stream.concat(Stream.of(notice.report(AccountState.ACTIVE, null, null)), numbers);
        return event(kind, INFO, "The account " + words, reports.toList());
    }

    private Report connection(BusinessNumberRef found, NumberConnection connection) {
        return notice.report(found.id(), NumberAspect.CONNECTION, connection.name());
    }

    private Optional<AccountEvent> changed(String summary) {
        return plain(AccountEventKind.ACCOUNT_CHANGED, INFO, summary);
    }

    private Optional<AccountEvent> plain(AccountEventKind kind, AccountEventSeverity severity, String summary) {
        return Optional.of(event(kind, severity, summary, List.of()));
    }

    private AccountEvent event(
            AccountEventKind kind, AccountEventSeverity severity, String summary, List<Report> reports) {
        return notice.event(number.map(BusinessNumberRef::id).orElse(null), kind, severity, summary, null, reports);
    }

    private Optional<String> word(String... path) {
        return Json.text(notice.value(), path).map(text -> Texts.plain(Texts.cut(text, LONGEST_WORD)));
    }
}
