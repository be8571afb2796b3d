package dev.sharedinbox.channel.status;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("BusinessNumberStatus")
@Description("How a business number stands with WhatsApp, as WhatsApp told last. What it has not told yet is null.")
public record NumberStatusView(
        @Nullable @Description("What customers think of its messages.")
        NumberQuality quality,

        @Nullable @Description("How many customers it may write to first.")
        MessagingLimitView messagingLimit,

        @Nullable @Description("The verified name that customers see.")
        String displayName,

        @Nullable @Description("Whether WhatsApp approved the name that was asked for last.")
        DisplayNameState displayNameState,

        @Nullable @Description("Its WhatsApp user name; null when it has none.")
        String username,

        @Nullable @Description("How fast it may send.") NumberThroughput throughput,

        @Nullable @Description("Whether it is still connected to us.")
        NumberConnection connection,

        @Description("How the account behind it stands; ACTIVE until WhatsApp tells anything else.")
        AccountStatusView account) {

    static final NumberStatusView UNKNOWN =
            new NumberStatusView(null, null, null, null, null, null, null, AccountStatusView.ACTIVE);
}
