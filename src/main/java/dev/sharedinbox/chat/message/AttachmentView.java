package dev.sharedinbox.chat.message;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Attachment")
@Description("A file of a message.")
public record AttachmentView(
        @Id @Description("Opaque id.") String id,

        @Description("IMAGE, VIDEO, AUDIO, DOCUMENT or STICKER.")
        String kind,

        @Nullable @Description("The media type the sender claims.")
        String mimeType,

        @Nullable @Description("The file name the sender gave; never trust it as a path.")
        String fileName,

        @Description("Whether it is a voice note.") boolean voice,
        @Description("Whether it is an animated sticker.") boolean animated,
        @Description("Whether the file is here.") AttachmentState state,

        @Nullable @Description("The media type found in the file itself, once it is here.")
        String detectedType,

        @Nullable @Description("Its size in bytes, once it is here.")
        Long size,

        @Description("Whether there is a small picture of it.")
        boolean hasThumbnail,

        @Nullable @Description("Why it could not be fetched; null unless it failed.")
        AttachmentFailureView failure) {}
