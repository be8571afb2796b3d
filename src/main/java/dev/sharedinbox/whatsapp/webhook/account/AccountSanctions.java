package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.channel.event.AccountEventSeverity.CRITICAL;
import static dev.sharedinbox.channel.event.AccountEventSeverity.INFO;
import static dev.sharedinbox.channel.event.AccountEventSeverity.WARNING;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.status.AccountState;
import dev.sharedinbox.channel.status.Report;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what Meta does to an account that broke its rules: violations, restrictions and bans. They hold for the whole
/// account, also where Meta names a number.
final class AccountSanctions {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_REASON = 400;
    private static final String APPEAL = ". Appeal in Meta's Business Support";

    private final AccountNotice notice;
    private final @Nullable UUID number;

    private AccountSanctions(AccountNotice notice, @Nullable UUID number) {
        this.notice = notice;
        this.number = number;
    }

    /// Empty when it tells something that is not known here.
    ///
    /// @param number the number that it names
    static Optional<AccountEvent> read(AccountNotice notice, @Nullable UUID number) {
        var sanctions = new AccountSanctions(notice, number);
        return switch (notice.text("event").toUpperCase(Locale.ROOT)) {
            case "ACCOUNT_VIOLATION" -> Optional.of(sanctions.violation());
            case "ACCOUNT_RESTRICTION" -> Optional.of(sanctions.restriction());
            case "DISABLED_UPDATE" -> sanctions.ban();
            default -> Optional.empty();
        };
    }

    private AccountEvent violation() {
        var type = Json.text(notice.value(), "violation_info", "violation_type")
                .map(word -> ": " + Texts.plain(Texts.cut(word, LONGEST_WORD)))
                .orElse("");
        var summary = "WhatsApp says that the account broke its rules" + type + APPEAL;
        return event(AccountEventKind.ACCOUNT_VIOLATION, WARNING, summary, List.of());
    }

    private AccountEvent restriction() {
        var until = until();
        var reason = Json.elements(notice.value(), "restriction_info").stream()
                .flatMap(one -> Json.text(one, "restriction_type").stream())
                .map(AccountSanctions::restriction)
                .distinct()
                .collect(Collectors.joining("; "));
        var summary = "WhatsApp has restricted the account"
                + until.map(end -> " until " + DAY.format(end.atOffset(ZoneOffset.UTC)))
                        .orElse("")
                + (reason.isEmpty() ? "" : ": " + reason);
        var why = reason.isEmpty() ? null : Texts.sentence(Texts.cut(reason, LONGEST_REASON));
        return event(
                AccountEventKind.ACCOUNT_RESTRICTED,
                CRITICAL,
                summary,
                List.of(notice.report(AccountState.RESTRICTED, why, until.orElse(null))));
    }

    /// The end of the restriction that lasts longest. Meta writes it as a number or as text.
    private Optional<Instant> until() {
        return Json.elements(notice.value(), "restriction_info").stream()
                .flatMap(one -> Json.text(one, "expiration").stream())
                .filter(text -> text.matches("[0-9]{1,10}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .max(Instant::compareTo);
    }

    private static String restriction(String type) {
        return switch (type) {
            case "RESTRICTED_BIZ_INITIATED_MESSAGING" -> "it cannot write to customers first";
            case "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" -> "it cannot answer customers";
            case "RESTRICTED_ADD_PHONE_NUMBER_ACTION" -> "it cannot add numbers";
            default -> Texts.plain(Texts.cut(type, LONGEST_WORD));
        };
    }

    private Optional<AccountEvent> ban() {
        var day = Texts.cut(notice.text("ban_info", "waba_ban_date"), LONGEST_WORD);
        return switch (notice.text("ban_info", "waba_ban_state").toUpperCase(Locale.ROOT)) {
            case "SCHEDULE_FOR_DISABLE" -> {
                var summary = "WhatsApp is going to ban the account" + (day.isEmpty() ? "" : " on " + day);
                var planned = notice.report(AccountState.BAN_SCHEDULED, null, day(day));
                yield Optional.of(event(AccountEventKind.ACCOUNT_BAN_SCHEDULED, CRITICAL, summary, List.of(planned)));
            }
            case "DISABLE" -> {
                var summary = "WhatsApp has banned the account: nothing goes out" + APPEAL;
                var banned = notice.report(AccountState.BANNED, null, null);
                yield Optional.of(event(AccountEventKind.ACCOUNT_BANNED, CRITICAL, summary, List.of(banned)));
            }
            case "REINSTATE" -> {
                var active = notice.report(AccountState.ACTIVE, null, null);
                var summary = "WhatsApp has lifted the ban of the account";
                yield Optional.of(event(AccountEventKind.ACCOUNT_REINSTATED, INFO, summary, List.of(active)));
            }
            default -> Optional.empty();
        };
    }

    private AccountEvent event(
            AccountEventKind kind, AccountEventSeverity severity, String summary, List<Report> reports) {
        return notice.event(number, kind, severity, summary, null, reports);
    }

    private static @Nullable Instant day(String written) {
        try {
            return LocalDate.parse(written, DAY).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
