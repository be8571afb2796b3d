package dev.sharedinbox.whatsapp.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.channel.status.MessagingLimitView;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads Meta's messaging limits: a number, -1 for none, or a word such as `TIER_10K`.
public final class Limits {

    private static final Pattern TIER = Pattern.compile("(?:TIER_)?([0-9]{1,6})(K?)");

    private Limits() {}

    /// Empty when no limit is set, or in a word that is not known.
    public static Optional<MessagingLimitView> of(JsonNode value, String name) {
        return Json.text(value, name).flatMap(Limits::parse);
    }

    static Optional<MessagingLimitView> parse(String word) {
        if ("-1".equals(word) || "TIER_UNLIMITED".equals(word)) {
            return Optional.of(MessagingLimitView.unlimited());
        }
        var tier = TIER.matcher(word);
        return tier.matches()
                ? Optional.of(MessagingLimitView.of(
                        Integer.parseInt(tier.group(1)) * (tier.group(2).isEmpty() ? 1 : 1_000)))
                : Optional.empty();
    }
}
