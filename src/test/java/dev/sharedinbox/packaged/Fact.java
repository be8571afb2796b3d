package dev.sharedinbox.packaged;

import org.jspecify.annotations.Nullable;

/// Something that random traffic says. Its place in the traffic gives it its id and its time; a target is the place of
/// another fact, which may be no message, or come later.
sealed interface Fact {

    /// A customer writes something of a kind, to one of our two numbers.
    record Written(
            int number, int customer, Kind kind, @Nullable String text) implements Fact {}

    /// A colleague writes in the WhatsApp Business app.
    record Echoed(int number, int customer, String text) implements Fact {}

    record Reported(int target, String word) implements Fact {}

    record Edited(int target, String text) implements Fact {}

    record Revoked(int target) implements Fact {}

    /// @param emoji null to take the reaction back
    record Reacted(int customer, int target, @Nullable String emoji) implements Fact {}

    /// A message that cannot be read: the ledger keeps it.
    record Broken(int number, Fault fault) implements Fact {}

    /// A field nobody reads, or a number that is not ours: the ledger keeps it.
    record Foreign(boolean ourNumber) implements Fact {}

    /// What a customer writes.
    enum Kind {
        TEXT,
        IMAGE,
        LOCATION,
        BUTTON,
        UNKNOWN,
        NULLS
    }

    /// What is wrong with a message.
    enum Fault {
        NO_ID,
        NO_TIME,
        ODD_TIME,
        NO_SENDER
    }
}
