package dev.sharedinbox.chat;

import dev.sharedinbox.chat.message.MessageRows;
import io.smallrye.graphql.api.Nullable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("Referral")
@Description(
        "What brought a customer to a chat, as their first message that came through an advertisement or a post told.")
public record ReferralView(
        @Description("What they tapped.") ReferralSource sourceType,

        @Nullable @Description("The advertisement's or post's id at Meta.")
        String sourceId,

        @Nullable @Description("Where it can be seen.") String sourceUrl,
        @Nullable @Description("Its headline.") String headline,
        @Nullable @Description("Its text.") String body,

        @Nullable @Description("The click on the advertisement, for reporting conversions to Meta; not every one has it.")
        String adClickId,

        @Description("When the customer wrote the message that tells it.")
        Instant referredAt,

        @Description("All of it as WhatsApp told it.") jakarta.json.JsonObject raw) {

    static ReferralView of(JsonObject referral, Instant referredAt) {
        return new ReferralView(
                ReferralSource.valueOf(referral.getString("sourceType")),
                referral.getString("sourceId"),
                referral.getString("sourceUrl"),
                referral.getString("headline"),
                referral.getString("body"),
                referral.getString("adClickId"),
                referredAt,
                MessageRows.content(referral.getJsonObject("raw")));
    }
}
