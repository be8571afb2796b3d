package dev.sharedinbox.chat;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("SessionWindow")
@Description("The 24 hours after the customer's last message to this business number.")
public record SessionWindowView(
        @Description("Whether free-form messages may be sent now.")
        SessionState state,

        @Nullable @Description("When it closes or closed; null when the customer never wrote.")
        Instant expiresAt) {

    static SessionWindowView at(Instant now, @org.jspecify.annotations.Nullable Instant expiresAt) {
        var open = expiresAt != null && now.isBefore(expiresAt);
        return new SessionWindowView(open ? SessionState.OPEN : SessionState.CLOSED, expiresAt);
    }
}
