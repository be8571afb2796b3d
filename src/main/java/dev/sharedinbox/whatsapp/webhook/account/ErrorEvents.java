package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.whatsapp.ErrorAdvice;
import dev.sharedinbox.whatsapp.ErrorKind;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.util.List;
import java.util.UUID;

/// Reads errors that stand beside messages and statuses and are about none of them.
public final class ErrorEvents {

    private ErrorEvents() {}

    /// The event that an error of a business number is.
    public static AccountEvent read(AccountNotice error, UUID number) {
        var code = Json.text(error.value(), "code").filter(text -> text.matches("[0-9]{1,9}"));
        var known = code.map(Integer::parseInt).flatMap(ErrorAdvice::of);
        var severity = known.filter(advice -> advice.kind() == ErrorKind.CONFIGURATION)
                .map(_ -> AccountEventSeverity.CRITICAL)
                .orElse(AccountEventSeverity.WARNING);
        var told = Json.text(error.value(), "title")
                .or(() -> Json.text(error.value(), "message"))
                .map(title -> Texts.cut(title, 300))
                .orElse("no title");
        var summary = "WhatsApp reports "
                + code.map("error "::concat).orElse("an error without a code") + ": "
                + Texts.sentence(told)
                + known.map(advice -> " " + Texts.sentence(advice.advice())).orElse("");
        return error.event(number, AccountEventKind.ERROR_REPORTED, severity, summary, null, List.of());
    }
}
