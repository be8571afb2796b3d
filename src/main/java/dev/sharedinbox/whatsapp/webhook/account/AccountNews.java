package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.channel.event.AccountEventSeverity.CRITICAL;
import static dev.sharedinbox.channel.event.AccountEventSeverity.INFO;
import static dev.sharedinbox.channel.event.AccountEventSeverity.WARNING;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.status.NumberAspect;
import dev.sharedinbox.channel.status.Report;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Limits;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads reviews, alerts and limits of an account.
final class AccountNews {

    private AccountNews() {}

    /// Empty when it tells something that is not known here.
    static Optional<AccountEvent> read(AccountNotice notice) {
        return switch (notice.field()) {
            case "account_review_update" -> review(notice);
            case "account_alerts" -> alert(notice);
            default -> limits(notice);
        };
    }

    private static Optional<AccountEvent> review(AccountNotice notice) {
        return switch (notice.text("decision").toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> reviewed(notice, INFO, "WhatsApp has reviewed and approved the account");
            case "PENDING", "DEFERRED" -> reviewed(notice, INFO, "WhatsApp is reviewing the account");
            case "REJECTED", "DECLINED" -> reviewed(notice, CRITICAL, "WhatsApp has reviewed and rejected the account");
            default -> Optional.empty();
        };
    }

    private static Optional<AccountEvent> reviewed(
            AccountNotice notice, AccountEventSeverity severity, String summary) {
        return Optional.of(notice.event(AccountEventKind.ACCOUNT_REVIEWED, severity, summary, List.of()));
    }

    private static Optional<AccountEvent> alert(AccountNotice notice) {
        var type = notice.text("alert_info", "alert_type");
        var told = Texts.cut(notice.text("alert_info", "alert_description"), 600);
        if (type.isEmpty() && told.isEmpty()) {
            return Optional.empty();
        }
        var severity = switch (notice.text("alert_info", "alert_severity").toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> CRITICAL;
            case "WARNING" -> WARNING;
            default -> INFO;
        };
        var summary = told.isEmpty() ? "WhatsApp asks for attention: " + Texts.plain(type) : told;
        return Optional.of(notice.event(AccountEventKind.ACCOUNT_ALERT, severity, summary, List.of()));
    }

    /// Since October 2025 the limit is one for all numbers together.
    private static Optional<AccountEvent> limits(AccountNotice notice) {
        var limit = Limits.of(notice.value(), "max_daily_conversations_per_business");
        var numbers = Json.text(notice.value(), "max_phone_numbers_per_business")
                .or(() -> Json.text(notice.value(), "max_phone_numbers_per_waba"))
                .filter(most -> most.matches("[0-9]{1,9}"));
        if (limit.isEmpty() && numbers.isEmpty()) {
            return Optional.empty();
        }
        List<Report> reports = limit.stream()
                .flatMap(known -> notice.plugin().numbers().values().stream()
                        .map(number -> notice.report(number.id(), NumberAspect.MESSAGING_LIMIT, known.stored())))
                .toList();
        var words = Stream.of(
                        limit.map(known -> "write first to " + known), numbers.map(most -> "hold " + most + " numbers"))
                .flatMap(Optional::stream)
                .toList();
        var summary = "The account may now " + String.join(" and ", words);
        return Optional.of(notice.event(AccountEventKind.ACCOUNT_LIMITS_CHANGED, INFO, summary, reports));
    }
}
