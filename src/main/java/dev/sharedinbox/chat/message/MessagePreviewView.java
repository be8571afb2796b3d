package dev.sharedinbox.chat.message;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("MessagePreview")
@Description("As much of a message as a list row or a quote shows.")
public record MessagePreviewView(
        @Id @Description("The message's id.") String id,
        @Description("Its number in its chat.") int seq,
        @Description("Who it goes to.") Direction direction,
        @Description("What it is.") MessageType type,

        @Nullable @Description("The first 200 characters of its text.")
        String text,

        @Description("When it was written.") Instant sentAt,

        @Nullable @Description("How far it has come; null for incoming messages.")
        DeliveryStatus status) {}
