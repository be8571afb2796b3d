package dev.sharedinbox.simulator.graph.door;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The types of messages that can be sent.
public enum MessageType {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    REACTION,
    INTERACTIVE,
    TEMPLATE;

    /// The type that a call names; empty when there is none like it.
    public static Optional<MessageType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /// The word in `type`, which also names the object beside it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
