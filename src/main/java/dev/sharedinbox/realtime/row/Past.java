package dev.sharedinbox.realtime.row;

import dev.sharedinbox.chat.list.field.ChatFacts;
import java.time.Instant;

/// What is known of a chat as it was before a change.
public sealed interface Past {

    /// There was no such chat.
    record Absent() implements Past {}

    /// It was like this, and everybody who looks at a list was told so.
    ///
    /// @param seenAt when it was seen to be so
    record Known(ChatFacts facts, Instant seenAt) implements Past {}

    /// It may have been anything.
    record Unknown() implements Past {}
}
