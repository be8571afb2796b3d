package dev.sharedinbox.chat.message;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("Reaction")
@Description("An emoji somebody put on a message. One per person and message; a newer one replaces it.")
public record ReactionView(
        @Description("The emoji.") String emoji,

        @Description("Whether the customer (INCOMING) or our side (OUTGOING) reacted.")
        Direction direction,

        @Description("When.") Instant reactedAt) {}
