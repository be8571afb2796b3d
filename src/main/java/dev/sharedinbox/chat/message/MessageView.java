package dev.sharedinbox.chat.message;

import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Message")
@Description("One entry of a chat.")
public record MessageView(
        @Id @Description("Opaque id.") String id,
        @Id @Description("The chat it belongs to.") String chatId,

        @Description("Its number in its chat: 1, 2, 3, ... in the order they were stored.")
        int seq,

        @Description("Who it goes to.") Direction direction,
        @Description("What it is.") MessageType type,

        @Nullable @Description("What a person reads first: the text, the caption, the title of a tapped button.")
        String text,

        @Description("Its files.") List<@NonNull AttachmentView> attachments,

        @Description("Everything else, by type; an empty object when there is nothing else.")
        JsonObject content,

        @Description("Who wrote it.") SenderView sender,
        @Description("When it was written.") Instant sentAt,

        @Nullable @Description("How far it has come; null for incoming messages.")
        DeliveryStatus status,

        @Description("Every status WhatsApp reported, oldest first.")
        List<@NonNull StatusEntryView> statusHistory,

        @Nullable @Description("Why it was not delivered; null otherwise.")
        DeliveryFailureView failure,

        @Nullable @Description("The message it quotes, when that one is in the same chat.")
        MessagePreviewView replyTo,

        @Description("The reactions on it.") List<@NonNull ReactionView> reactions,

        @Description("Whether its author changed the text after sending it.")
        boolean edited,

        @Nullable @Description("When its author last changed the text; null when it is as it was sent.")
        Instant editedAt,

        @Nullable @Description("When its author deleted it for everyone: from then on it has no text, content or files.")
        Instant revokedAt,

        @Nullable @Id @Description("The key the client gave when it asked to send it.")
        String clientMessageId) {}
