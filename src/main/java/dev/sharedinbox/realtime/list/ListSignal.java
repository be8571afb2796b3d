package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.row.ListEvent;
import java.util.UUID;

/// Something that the viewers of a list are told.
sealed interface ListSignal {

    /// The position in the change log at which it is told.
    long position();

    /// A chat's row enters, is updated or leaves.
    record Moved(ListEvent event) implements ListSignal {

        @Override
        public long position() {
            return event.position();
        }
    }

    /// A user may see other chats than before.
    record AccessChanged(long position, UUID userId) implements ListSignal {}

    /// The filter of a space became another one, or it is no longer there for some.
    record SpaceChanged(long position, UUID spaceId) implements ListSignal {}

    /// So many chats moved at once that loading afresh is faster, or nobody knows any more which.
    record Overrun(long position) implements ListSignal {}
}
