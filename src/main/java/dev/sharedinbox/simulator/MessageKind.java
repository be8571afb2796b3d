package dev.sharedinbox.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of messages that a customer can be made to send.
enum MessageKind {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    /// The tap on a quick reply of a template.
    BUTTON,
    /// The choice of a button or of a row in a list.
    INTERACTIVE,
    /// With an emoji it is set or replaced, without one it is taken back.
    REACTION,
    ORDER,
    /// The text replaces that of an earlier message.
    EDIT,
    /// An earlier message is deleted for everyone.
    REVOKE,
    /// The customer's phone number changed.
    SYSTEM,
    /// Something that WhatsApp does not hand on, such as a poll.
    UNSUPPORTED;

    static Optional<MessageKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a message of this kind opens the session window.
    boolean opensWindow() {
        return switch (this) {
            case TEXT, IMAGE, VIDEO, AUDIO, DOCUMENT, STICKER, LOCATION, CONTACTS, BUTTON, INTERACTIVE, ORDER -> true;
            case REACTION, EDIT, REVOKE, SYSTEM, UNSUPPORTED -> false;
        };
    }
}
