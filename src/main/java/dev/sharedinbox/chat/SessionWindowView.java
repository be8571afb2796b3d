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
        Instant expiresAt,

        @Nullable @Description("Until when all messages to the customer are or were free of charge, because they came through an"
                + " advertisement and were answered within 24 hours; null when WhatsApp told of no such entry. It"
                + " opens no session.")
        Instant freeEntryPointExpiresAt) {

    static SessionWindowView at(
            Instant now,
            @org.jspecify.annotations.Nullable Instant expiresAt,
            @org.jspecify.annotations.Nullable Instant freeEntryPointExpiresAt) {
        return new SessionWindowView(stateAt(now, expiresAt), expiresAt, freeEntryPointExpiresAt);
    }

    SessionWindowView at(Instant now) {
        return at(now, expiresAt, freeEntryPointExpiresAt);
    }

    static SessionState stateAt(Instant now, @org.jspecify.annotations.Nullable Instant expiresAt) {
        return expiresAt != null && now.isBefore(expiresAt) ? SessionState.OPEN : SessionState.CLOSED;
    }
}
