package dev.sharedinbox.chat.list.way;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/// A place in a sorted list.
///
/// @param segment in which segment of the sort, from 0
/// @param moment the moment that orders the segment
/// @param chatId the chat, which orders those of the same moment
public record ListPlace(int segment, Instant moment, UUID chatId) {

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// A place in a list that has one segment.
    public static ListPlace of(Instant moment, UUID chatId) {
        return new ListPlace(0, moment, chatId);
    }

    /// Read what [#toString] wrote; empty for a place as older versions wrote it, without a segment.
    public static Optional<ListPlace> parse(String text) {
        var parts = text.split(" ", 3);
        return parts.length == 3
                ? Optional.of(
                        new ListPlace(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2])))
                : Optional.empty();
    }

    /// The place as a text of fixed width that sorts as places do: the greater one comes first. Where the
    /// oldest comes first, moments and ids are mirrored.
    public String sortKey(ChatSort sort) {
        var segments = sort.segments();
        var rank = segments.size() == 1 ? "" : Integer.toString(segments.size() - 1 - segment);
        return rank
                + (segments.get(segment).isOldestFirst()
                        ? SORTABLE.format(mirrored(moment)) + " " + mirrored(chatId)
                        : SORTABLE.format(moment) + " " + chatId);
    }

    private static Instant mirrored(Instant moment) {
        return Instant.EPOCH.minus(Duration.between(Instant.EPOCH, moment));
    }

    private static UUID mirrored(UUID id) {
        return new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return segment + " " + moment + " " + chatId;
    }
}
