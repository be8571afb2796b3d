package dev.sharedinbox.platform.page;

import dev.sharedinbox.platform.failure.InboxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A checked wish for a page of a list: `first` entries after a cursor, or the `last` before one.
///
/// @param size how many entries at most
/// @param backwards whether they are counted from the end
/// @param cursor where to begin; empty at the list's end
public record PageRequest(int size, boolean backwards, Optional<String> cursor) {

    /// How many entries a page has unless the client says otherwise.
    public static final int DEFAULT_SIZE = 50;
    /// How many entries a page has at most.
    public static final int MAX_SIZE = 100;

    /// Check the four arguments of a list that is read from its beginning.
    ///
    /// @throws InboxException `INVALID_INPUT` when they contradict each other or ask for too much
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        return of(first, after, last, before, last != null || before != null);
    }

    /// Check the four arguments of a list that is read from its end, such as a chat's messages.
    public static PageRequest fromEnd(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        return of(first, after, last, before, first == null && after == null);
    }

    private static PageRequest of(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            boolean backwards) {
        if ((first != null || after != null) && (last != null || before != null)) {
            throw InboxException.invalid("Use first and after, or last and before, not both.", "last");
        }
        return backwards
                ? new PageRequest(size(last, "last"), true, Optional.ofNullable(before))
                : new PageRequest(size(first, "first"), false, Optional.ofNullable(after));
    }

    private static int size(@Nullable Integer wanted, String name) {
        if (wanted == null) {
            return DEFAULT_SIZE;
        }
        if (wanted < 1 || wanted > MAX_SIZE) {
            throw InboxException.invalid(name + " must be between 1 and " + MAX_SIZE + ".", name);
        }
        return wanted;
    }

    /// The argument that gave the cursor.
    public String cursorArgument() {
        return backwards ? "before" : "after";
    }
}
