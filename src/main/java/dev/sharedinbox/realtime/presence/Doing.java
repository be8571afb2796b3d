package dev.sharedinbox.realtime.presence;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// What a person does in a chat that colleagues want to know now and nobody wants to know later.
public enum Doing {
    /// Writing an answer.
    TYPING("typing"),
    /// Having the chat open.
    VIEWING("viewing");

    private final String word;

    Doing(String word) {
        this.word = word;
    }

    /// The word on the wire.
    public String word() {
        return word;
    }

    /// How long it counts without being renewed.
    Duration lifetime(PresenceConfig config) {
        return switch (this) {
            case TYPING -> config.typing();
            case VIEWING -> config.viewing();
        };
    }

    static Optional<Doing> of(String word) {
        return Arrays.stream(values()).filter(doing -> doing.word.equals(word)).findFirst();
    }
}
