package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.channel.event.AccountEventSeverity.CRITICAL;
import static dev.sharedinbox.channel.event.AccountEventSeverity.INFO;
import static dev.sharedinbox.channel.event.AccountEventSeverity.WARNING;

import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.status.DisplayNameState;
import dev.sharedinbox.channel.status.NumberAspect;
import dev.sharedinbox.channel.status.NumberQuality;
import dev.sharedinbox.channel.status.NumberThroughput;
import dev.sharedinbox.channel.status.Report;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Limits;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what is told about one business number.
final class NumberEvents {

    /// The fields that always name a number.
    static final Set<String> FIELDS = Set.of(
            "phone_number_name_update",
            "phone_number_quality_update",
            "business_username_update",
            "business_username_updates",
            "security",
            "account_settings_update");

    private static final int LONGEST_NAME = 500;

    private final AccountNotice notice;
    private final BusinessNumberRef number;
    private final List<Report> reports = new ArrayList<>();

    private NumberEvents(AccountNotice notice, BusinessNumberRef number) {
        this.notice = notice;
        this.number = number;
    }

    /// The number it is about; empty when it is none of this plugin's.
    static Optional<BusinessNumberRef> number(AccountNotice notice) {
        var id = notice.text("phone_number_settings", "phone_number_id");
        return Optional.ofNullable(notice.plugin().numbers().get(id)).or(() -> notice.number("display_phone_number"));
    }

    /// Empty when it tells something that is not known here.
    static Optional<AccountEvent> read(AccountNotice notice) {
        return number(notice).flatMap(number -> new NumberEvents(notice, number).read());
    }

    private Optional<AccountEvent> read() {
        return switch (notice.field()) {
            case "phone_number_name_update" -> name();
            case "phone_number_quality_update" -> quality();
            case "business_username_update", "business_username_updates" -> username();
            case "security" -> pin();
            case "account_settings_update" ->
                Optional.of(event(AccountEventKind.NUMBER_SETTINGS_CHANGED, INFO, "has new settings at WhatsApp"));
            default -> Optional.empty();
        };
    }

    /// See "phone_number_name_update" in Meta's webhook reference.
    private Optional<AccountEvent> name() {
        var wanted = Texts.cut(notice.text("requested_verified_name"), LONGEST_NAME);
        return Optional.ofNullable(nameState(notice.text("decision").toUpperCase(Locale.ROOT)))
                .map(state -> {
                    report(NumberAspect.DISPLAY_NAME_STATE, state.name());
                    if (state == DisplayNameState.APPROVED && !wanted.isEmpty()) {
                        report(NumberAspect.DISPLAY_NAME, wanted);
                    }
                    var why = Json.text(notice.value(), "rejection_reason")
                            .map(reason -> ": " + Texts.plain(reason))
                            .orElse("");
                    return event(
                            AccountEventKind.NUMBER_NAME_DECIDED,
                            state == DisplayNameState.REJECTED || state == DisplayNameState.EXPIRED ? WARNING : INFO,
                            switch (state) {
                                case APPROVED -> "may show the name “" + wanted + "”";
                                case PENDING -> "waits for WhatsApp to approve the name “" + wanted + "”";
                                case REJECTED -> "may not show the name “" + wanted + "”" + why;
                                case EXPIRED -> "lost the approval of the name “" + wanted + "”: ask for it again";
                            });
                });
    }

    private static @Nullable DisplayNameState nameState(String decision) {
        return switch (decision) {
            case "APPROVED", "AVAILABLE_WITHOUT_REVIEW" -> DisplayNameState.APPROVED;
            case "PENDING", "PENDING_REVIEW", "DEFERRED" -> DisplayNameState.PENDING;
            case "REJECTED", "DECLINED" -> DisplayNameState.REJECTED;
            case "EXPIRED" -> DisplayNameState.EXPIRED;
            default -> null;
        };
    }

    /// See "phone_number_quality_update" in Meta's webhook reference. Unflagged says no more than "not low".
    private Optional<AccountEvent> quality() {
        var limit = Limits.of(notice.value(), "max_daily_conversations_per_business")
                .or(() -> Limits.of(notice.value(), "current_limit"));
        limit.ifPresent(known -> report(NumberAspect.MESSAGING_LIMIT, known.stored()));
        var limited = limit.map(known -> "; it may write first to " + known).orElse("");
        return switch (notice.text("event").toUpperCase(Locale.ROOT)) {
            case "FLAGGED" -> {
                report(NumberAspect.QUALITY, NumberQuality.LOW.name());
                var words = "is blocked or reported by many customers (low quality)" + limited;
                yield some(AccountEventKind.NUMBER_QUALITY_CHANGED, WARNING, words);
            }
            case "UNFLAGGED" -> {
                report(NumberAspect.QUALITY, NumberQuality.MEDIUM.name());
                var words = "is not of low quality any more" + limited;
                yield some(AccountEventKind.NUMBER_QUALITY_CHANGED, INFO, words);
            }
            case "UPGRADE" ->
                some(AccountEventKind.NUMBER_LIMIT_CHANGED, INFO, "has a higher messaging limit" + limited);
            case "DOWNGRADE" ->
                some(AccountEventKind.NUMBER_LIMIT_CHANGED, WARNING, "has a lower messaging limit" + limited);
            case "ONBOARDING" -> some(AccountEventKind.NUMBER_ONBOARDED, INFO, "was taken up by WhatsApp" + limited);
            case "THROUGHPUT_UPGRADE" -> {
                report(NumberAspect.THROUGHPUT, NumberThroughput.HIGH.name());
                var words = "may send faster: up to 1,000 messages a second" + limited;
                yield some(AccountEventKind.NUMBER_THROUGHPUT_RAISED, INFO, words);
            }
            default -> Optional.empty();
        };
    }

    private Optional<AccountEvent> username() {
        var name = Texts.cut(notice.text("username"), LONGEST_NAME);
        return switch (notice.text("status").toLowerCase(Locale.ROOT)) {
            case "approved" -> {
                report(NumberAspect.USERNAME, name.isEmpty() ? null : name);
                yield some(AccountEventKind.NUMBER_USERNAME_CHANGED, INFO, "has the user name “" + name + "”");
            }
            case "deleted" -> {
                report(NumberAspect.USERNAME, null);
                yield some(AccountEventKind.NUMBER_USERNAME_CHANGED, INFO, "has no user name any more");
            }
            case "reserved" ->
                some(AccountEventKind.NUMBER_USERNAME_CHANGED, INFO, "has the user name “" + name + "” in reserve");
            default -> Optional.empty();
        };
    }

    private Optional<AccountEvent> pin() {
        return switch (notice.text("event").toUpperCase(Locale.ROOT)) {
            case "PIN_CHANGED" ->
                some(AccountEventKind.NUMBER_PIN_CHANGED, WARNING, "has a new PIN for two-step verification");
            case "PIN_RESET_REQUEST" ->
                some(
                        AccountEventKind.NUMBER_PIN_RESET_REQUESTED,
                        CRITICAL,
                        "is about to lose its PIN for two-step verification: somebody asked WhatsApp to reset it");
            case "PIN_REQUEST_SUCCESS" ->
                some(
                        AccountEventKind.NUMBER_PIN_RESET,
                        CRITICAL,
                        "has lost its PIN for two-step verification: WhatsApp reset it as asked");
            default -> Optional.empty();
        };
    }

    private void report(NumberAspect aspect, @Nullable String stored) {
        reports.add(notice.report(number.id(), aspect, stored));
    }

    private Optional<AccountEvent> some(AccountEventKind kind, AccountEventSeverity severity, String words) {
        return Optional.of(event(kind, severity, words));
    }

    private AccountEvent event(AccountEventKind kind, AccountEventSeverity severity, String words) {
        var summary = "The number " + number.displayPhone() + " " + words;
        return notice.event(number.id(), kind, severity, summary, null, reports);
    }
}
