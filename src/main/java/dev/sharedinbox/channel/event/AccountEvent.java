package dev.sharedinbox.channel.event;

import dev.sharedinbox.channel.status.Report;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something the carrier told about an account that is no chat, in the house's words.
///
/// @param businessNumberId the number it is about; null when it is about the whole account
/// @param summary what happened, in a sentence that an administrator understands; at most [#LONGEST_SUMMARY] characters
/// @param template the template it is about
/// @param detail as it came
/// @param telling when it happened, and a key that is the same for each delivery of it
/// @param reports what it says about how numbers and the account stand now
public record AccountEvent(
        UUID pluginId,
        @Nullable UUID businessNumberId,
        AccountEventKind kind,
        AccountEventSeverity severity,
        String summary,
        @Nullable AccountEventTemplateView template,
        JsonObject detail,
        Report.Telling telling,
        List<Report> reports) {

    public static final int LONGEST_SUMMARY = 1_000;

    @Override
    public String toString() {
        return "AccountEvent[" + kind + "]";
    }
}
