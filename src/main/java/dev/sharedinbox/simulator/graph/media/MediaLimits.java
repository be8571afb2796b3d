package dev.sharedinbox.simulator.graph.media;

import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.graph.door.MessageType;
import java.util.Set;

/// Which media may be sent as a message of some type, and how large.
public record MediaLimits(Set<String> mimeTypes, long maxSize) {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private static final MediaLimits IMAGE = new MediaLimits(Set.of("image/jpeg", "image/png"), 5 * MEGABYTE);
    private static final MediaLimits VIDEO = new MediaLimits(Set.of("video/mp4", "video/3gpp"), 16 * MEGABYTE);
    private static final MediaLimits AUDIO =
            new MediaLimits(Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16 * MEGABYTE);
    private static final MediaLimits STICKER = new MediaLimits(Set.of("image/webp"), 500 * KILOBYTE);
    private static final MediaLimits DOCUMENT = new MediaLimits(
            Set.of(
                    "text/plain",
                    "application/pdf",
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            100 * MEGABYTE);

    /// The limits for files of messages of a type.
    public static MediaLimits of(MessageType type) {
        return switch (type) {
            case IMAGE -> IMAGE;
            case VIDEO -> VIDEO;
            case AUDIO -> AUDIO;
            case STICKER -> STICKER;
            case DOCUMENT, TEXT, LOCATION, CONTACTS, REACTION, INTERACTIVE, TEMPLATE -> DOCUMENT;
        };
    }

    /// Whether the media may be uploaded at all, for whatever type of message.
    static boolean isKnown(String mimeType) {
        return Set.of(IMAGE, VIDEO, AUDIO, STICKER, DOCUMENT).stream()
                .anyMatch(limits -> limits.mimeTypes.contains(essence(mimeType)));
    }

    /// Fail with [GraphRefusal] when a file breaks them.
    public void check(String mimeType, long size) {
        if (!mimeTypes.contains(essence(mimeType))) {
            throw new GraphRefusal(GraphCode.MEDIA_REJECTED, "The media type " + mimeType + " is not supported here.");
        }
        if (size > maxSize) {
            throw new GraphRefusal(GraphCode.MEDIA_REJECTED, "The file is larger than " + maxSize + " bytes.");
        }
    }

    private static String essence(String mimeType) {
        return mimeType.split(";", 2)[0].strip();
    }
}
