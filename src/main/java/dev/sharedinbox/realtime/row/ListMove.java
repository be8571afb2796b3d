package dev.sharedinbox.realtime.row;

/// What becomes of a chat's row in a list.
public enum ListMove {
    /// The row is new, or new as far as the server knows. A client that has it replaces it.
    ENTERED("chatList.entered"),
    /// The row looks different or stands elsewhere. A client that has it not adds it.
    UPDATED("chatList.updated"),
    /// The row goes. A client that has it not ignores this.
    LEFT("chatList.left");

    private final String word;

    ListMove(String word) {
        this.word = word;
    }

    /// The word on the wire.
    public String word() {
        return word;
    }
}
