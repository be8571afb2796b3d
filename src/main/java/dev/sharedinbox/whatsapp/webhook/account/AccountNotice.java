package dev.sharedinbox.whatsapp.webhook.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.channel.event.AccountEventTemplateView;
import dev.sharedinbox.channel.status.AccountState;
import dev.sharedinbox.channel.status.NumberAspect;
import dev.sharedinbox.channel.status.Report;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.MalformedException;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import dev.sharedinbox.whatsapp.webhook.body.Times;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a webhook tells about an account, and when.
///
/// @param accountId Meta's id of the account it is about, or of the business behind it
/// @param receivedAt when it came
/// @param at when Meta says that it happened; else when it came
/// @param moment what tells this telling from another one in the same words: Meta's time, or, where Meta gives none,
///     the day it came, because then a second delivery cannot be told from a second event
/// @param value what it tells
public record AccountNotice(
        WebhookPlugin plugin,
        String accountId,
        String field,
        Instant receivedAt,
        Instant at,
        String moment,
        JsonNode value) {

    /// What an entry says of an account under a field; at the time that the entry tells, else now.
    public static AccountNotice of(WebhookPlugin plugin, JsonNode entry, String field, JsonNode value, Instant now) {
        var time = Json.text(entry, "time").filter(text -> text.matches("[0-9]{1,18}"));
        return new AccountNotice(
                plugin,
                Json.text(entry, "id").orElse(""),
                field,
                now,
                time.isPresent() ? Times.asTold(entry, "time", now) : now,
                time.orElseGet(() -> now.atOffset(ZoneOffset.UTC).toLocalDate().toString()),
                value);
    }

    /// The same for a part of it, which may have a time of its own.
    public AccountNotice about(JsonNode part) {
        return new AccountNotice(plugin, accountId, field, receivedAt, at, moment, part);
    }

    /// The same, at the time that its value names, if it names one.
    ///
    /// @throws MalformedException when that is not a time
    public AccountNotice timed() {
        return Json.text(value, "timestamp")
                .map(time -> new AccountNotice(
                        plugin,
                        accountId,
                        field,
                        receivedAt,
                        Times.asTold(value, "timestamp", receivedAt),
                        time,
                        value))
                .orElse(this);
    }

    /// Whether it is about this plugin's account. What concerns a partner comes under the id of the business.
    boolean isOurs() {
        return Json.text(value, "waba_info", "waba_id").orElse(accountId).equals(plugin.wabaId());
    }

    /// The number whose digits stand in a field; empty when it is none of this plugin's.
    Optional<BusinessNumberRef> number(String name) {
        return Json.text(value, name)
                .flatMap(phone -> plugin.numbers().values().stream()
                        .filter(number -> number.isWritten(phone))
                        .findFirst());
    }

    /// The text at a path of its value; blank when there is none.
    public String text(String... path) {
        return Json.text(value, path).orElse("");
    }

    Report.Telling telling() {
        return new Report.Telling(at, key());
    }

    Report report(UUID number, NumberAspect aspect, @Nullable String stored) {
        return new Report.OfNumber(number, aspect, stored, telling());
    }

    Report report(AccountState state, @Nullable String reason, @Nullable Instant until) {
        return new Report.OfAccount(plugin.pluginId(), state, reason, until, telling());
    }

    AccountEvent event(AccountEventKind kind, AccountEventSeverity severity, String summary, List<Report> reports) {
        return event(null, kind, severity, summary, null, reports);
    }

    AccountEvent event(
            @Nullable UUID number,
            AccountEventKind kind,
            AccountEventSeverity severity,
            String summary,
            @Nullable AccountEventTemplateView template,
            List<Report> reports) {
        return new AccountEvent(
                plugin.pluginId(),
                number,
                kind,
                severity,
                Texts.cut(Texts.sentence(summary), AccountEvent.LONGEST_SUMMARY),
                template,
                Json.object(value),
                telling(),
                reports);
    }

    /// The same for each delivery of the same telling.
    public String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(accountId, field, moment, value.toString())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "AccountNotice[" + field + "]";
    }
}
