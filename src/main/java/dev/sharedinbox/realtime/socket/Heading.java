package dev.sharedinbox.realtime.socket;

import org.jspecify.annotations.Nullable;

/// What a client knows a frame of its own by.
///
/// @param type the frame's type
/// @param id its id; null when it has none
record Heading(@Nullable String type, @Nullable String id) {

    /// The most characters an id may have.
    static final int LONGEST_ID = 100;

    static Heading of(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Hello _ -> new Heading("hello", null);
            case ClientFrame.Subscribe subscribe -> new Heading("subscribe", subscribe.id());
            case ClientFrame.Unsubscribe(var id) -> new Heading("unsubscribe", id);
            case ClientFrame.Ack(var id, var _) -> new Heading("ack", id);
            case ClientFrame.Ping _ -> new Heading("ping", null);
            case ClientFrame.Token _ -> new Heading("token", null);
            case ClientFrame.Typing _ -> new Heading("typing", null);
            case ClientFrame.Viewing _ -> new Heading("viewing", null);
            case ClientFrame.Unknown(var type, var id) -> new Heading(type, id);
        };
    }

    /// The same as it is told to the client: nothing longer than an id may be comes back.
    Heading told() {
        return new Heading(bounded(type), bounded(id));
    }

    private static @Nullable String bounded(@Nullable String word) {
        return word == null || word.length() > LONGEST_ID ? null : word;
    }
}
