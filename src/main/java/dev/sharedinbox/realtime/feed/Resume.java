package dev.sharedinbox.realtime.feed;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import java.util.Optional;

/// Where a listener begins: at a position, or not before loading afresh.
public sealed interface Resume {

    /// Begin after a position.
    record From(long position) implements Resume {}

    /// Events cannot bring this client up to date.
    record Afresh(ResyncReason reason) implements Resume {}

    /// Judge the cursor that a client came back with.
    ///
    /// @param place what the cursor said; empty when it is damaged, forged or somebody else's
    /// @param maxBehind how many changes at most are replayed
    static Resume at(LogHead head, Optional<Cursors.Place> place, long maxBehind) {
        return place.filter(known -> known.life().equals(head.life()) && known.position() <= head.position())
                .map(known -> at(head, known.position(), maxBehind))
                .orElseGet(() -> new Afresh(ResyncReason.INVALID));
    }

    private static Resume at(LogHead head, long position, long maxBehind) {
        if (position < head.trimmedTo()) {
            return new Afresh(ResyncReason.EXPIRED);
        }
        return head.position() - position > maxBehind ? new Afresh(ResyncReason.TOO_MANY) : new From(position);
    }
}
