package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.way.ChatSort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The list that a client asks for, as it wrote it. [Selections] makes a list of it.
///
/// @param query its own rules
/// @param spaceId the space whose filter holds beside them, unchecked
/// @param sort the order it wants; empty for the space's
public record ListRequest(ChatQuery query, Optional<String> spaceId, Optional<ChatSort> sort) {

    public static ListRequest of(ChatQuery query, @Nullable String spaceId, @Nullable ChatSort sort) {
        return new ListRequest(query, Optional.ofNullable(spaceId), Optional.ofNullable(sort));
    }
}
