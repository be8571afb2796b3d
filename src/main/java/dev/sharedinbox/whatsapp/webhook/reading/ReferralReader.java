package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.chat.ReferralSource;
import dev.sharedinbox.chat.intake.incoming.Referral;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import org.jspecify.annotations.Nullable;

/// Reads the `referral` of a message that came through a click-to-WhatsApp advertisement or a post.
final class ReferralReader {

    private ReferralReader() {}

    /// Return what brought the customer; null when the message tells nothing of it.
    static @Nullable Referral read(JsonNode message) {
        var referral = message.path("referral");
        return referral.isObject() && !referral.isEmpty()
                ? new Referral(
                        source(Json.text(referral, "source_type").orElse("")),
                        Json.nullableText(referral, "source_id"),
                        Json.nullableText(referral, "source_url"),
                        Json.nullableText(referral, "headline"),
                        Json.nullableText(referral, "body"),
                        Json.nullableText(referral, "ctwa_clid"),
                        Json.object(referral))
                : null;
    }

    private static ReferralSource source(String word) {
        return switch (word) {
            case "ad" -> ReferralSource.AD;
            case "post" -> ReferralSource.POST;
            default -> ReferralSource.OTHER;
        };
    }
}
