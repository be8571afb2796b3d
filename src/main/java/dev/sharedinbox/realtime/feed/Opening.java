package dev.sharedinbox.realtime.feed;

/// How following a topic began.
public sealed interface Opening {

    /// It began.
    record Following(Follower follower) implements Opening {}

    /// The client must load afresh first.
    ///
    /// @param cursor the log's head now: where to go on from after loading
    record Refused(ResyncReason reason, String cursor) implements Opening {}
}
