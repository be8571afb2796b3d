package dev.sharedinbox.chat.intake.incoming;

import dev.sharedinbox.chat.ReferralSource;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a customer tapped before they wrote.
///
/// @param sourceId the advertisement's or post's id at the carrier
/// @param sourceUrl where it can be seen
/// @param adClickId the click, as the carrier wants it back
/// @param raw all of it as it came
public record Referral(
        ReferralSource sourceType,
        @Nullable String sourceId,
        @Nullable String sourceUrl,
        @Nullable String headline,
        @Nullable String body,
        @Nullable String adClickId,
        JsonObject raw) {

    /// What a chat keeps as its `referral`.
    public JsonObject json() {
        return new JsonObject()
                .put("sourceType", sourceType.name())
                .put("sourceId", sourceId)
                .put("sourceUrl", sourceUrl)
                .put("headline", headline)
                .put("body", body)
                .put("adClickId", adClickId)
                .put("raw", raw);
    }

    @Override
    public String toString() {
        return "Referral[" + sourceType + "]";
    }
}
