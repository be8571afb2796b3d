package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.channel.event.AccountEventSeverity.INFO;
import static dev.sharedinbox.channel.event.AccountEventSeverity.WARNING;
import static java.util.Map.entry;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.event.AccountEventTemplateView;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what is told about message templates. Which of the fields it came under is not asked: Meta's own example of a
/// quality update names another field.
final class TemplateEvents {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private static final Map<String, Said> STATUSES = Map.ofEntries(
            entry("PENDING", new Said(AccountEventKind.TEMPLATE_PENDING, INFO, "is being reviewed by WhatsApp")),
            entry("APPROVED", new Said(AccountEventKind.TEMPLATE_APPROVED, INFO, "was approved")),
            entry("REJECTED", new Said(AccountEventKind.TEMPLATE_REJECTED, WARNING, "was rejected")),
            entry(
                    "FLAGGED",
                    new Said(
                            AccountEventKind.TEMPLATE_FLAGGED,
                            WARNING,
                            "was flagged because customers do not like it")),
            entry("PAUSED", new Said(AccountEventKind.TEMPLATE_PAUSED, WARNING, "was paused and cannot be sent")),
            entry("REINSTATED", new Said(AccountEventKind.TEMPLATE_REINSTATED, INFO, "can be sent again")),
            entry(
                    "DISABLED",
                    new Said(AccountEventKind.TEMPLATE_DISABLED, WARNING, "was disabled and cannot be sent any more")),
            entry("IN_APPEAL", new Said(AccountEventKind.TEMPLATE_APPEALED, INFO, "is being reviewed again")),
            entry("LOCKED", new Said(AccountEventKind.TEMPLATE_LOCKED, WARNING, "was locked and cannot be changed")),
            entry("LIMIT_EXCEEDED", new Said(AccountEventKind.TEMPLATE_LIMIT_REACHED, WARNING, "has reached a limit")),
            entry("PENDING_DELETION", new Said(AccountEventKind.TEMPLATE_DELETED, INFO, "is being deleted")),
            entry("DELETED", new Said(AccountEventKind.TEMPLATE_DELETED, INFO, "was deleted")),
            entry("ARCHIVED", new Said(AccountEventKind.TEMPLATE_ARCHIVED, INFO, "was put into the archive")),
            entry("UNARCHIVED", new Said(AccountEventKind.TEMPLATE_UNARCHIVED, INFO, "was taken out of the archive")));

    private TemplateEvents() {}

    /// Empty when it tells something that is not known here.
    static Optional<AccountEvent> read(AccountNotice notice) {
        var value = notice.value();
        if (notice.text("message_template_name").isEmpty()) {
            return Optional.empty();
        }
        if (value.has("new_quality_score")) {
            return Optional.of(quality(notice));
        }
        if (value.has("new_category")) {
            return Optional.of(category(notice));
        }
        if (value.has("event")) {
            return Optional.ofNullable(STATUSES.get(notice.text("event").toUpperCase(Locale.ROOT)))
                    .map(said -> status(notice, said));
        }
        return "message_template_components_update".equals(notice.field())
                ? Optional.of(
                        event(notice, AccountEventKind.TEMPLATE_CONTENT_CHANGED, INFO, "has new texts or buttons"))
                : Optional.empty();
    }

    private static AccountEvent status(AccountNotice notice, Said said) {
        var why = reasons(notice);
        return event(notice, said.kind(), said.severity(), said.words() + (why.isEmpty() ? "" : ": " + why));
    }

    private static String reasons(AccountNotice notice) {
        var told = Stream.of(
                        notice.text("rejection_info", "reason"),
                        notice.text("rejection_info", "recommendation"),
                        notice.text("other_info", "description"))
                .filter(text -> !text.isEmpty())
                .map(Texts::sentence)
                .collect(Collectors.joining(" "));
        var word = notice.text("reason");
        if (told.isEmpty() && !word.isEmpty() && !"NONE".equals(word)) {
            told = Texts.plain(word) + ".";
        }
        var date = notice.text("disable_info", "disable_date");
        return date.isEmpty() ? told : (told + " it will be disabled on " + date + ".").strip();
    }

    private static AccountEvent quality(AccountNotice notice) {
        var score = notice.text("new_quality_score");
        var severity = "RED".equals(score) || "YELLOW".equals(score) ? WARNING : INFO;
        return event(
                notice,
                AccountEventKind.TEMPLATE_QUALITY_CHANGED,
                severity,
                "is now "
                        + switch (score) {
                            case "GREEN" -> "liked by customers (high quality)";
                            case "YELLOW" -> "blocked or reported by some customers (medium quality)";
                            case "RED" -> "blocked or reported by many customers (low quality)";
                            default -> "of unknown quality";
                        });
    }

    /// Before the change Meta calls the present category new and the coming one correct.
    private static AccountEvent category(AccountNotice notice) {
        var coming = notice.text("correct_category");
        if (coming.isEmpty()) {
            var words = "was moved to the category " + Texts.plain(notice.text("new_category"))
                    + ", which changes its price";
            return event(notice, AccountEventKind.TEMPLATE_CATEGORY_CHANGED, WARNING, words);
        }
        var words = "will be moved to the category " + Texts.plain(coming) + day(notice) + ", which changes its price";
        return event(notice, AccountEventKind.TEMPLATE_CATEGORY_CHANGING, WARNING, words);
    }

    private static String day(AccountNotice notice) {
        var time = notice.value().path("category_update_timestamp").asLong();
        return time <= 0 ? "" : " on " + DAY.format(Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC));
    }

    private static AccountEvent event(
            AccountNotice notice, AccountEventKind kind, AccountEventSeverity severity, String words) {
        var template = new AccountEventTemplateView(
                Json.nullableText(notice.value(), "message_template_id"),
                notice.text("message_template_name"),
                notice.text("message_template_language").replace('-', '_'));
        var summary = "The template “" + template.name() + "” (" + template.language() + ") " + words;
        return notice.event(null, kind, severity, summary, template, List.of());
    }

    /// What a status means, in the house's words.
    private record Said(AccountEventKind kind, AccountEventSeverity severity, String words) {}
}
