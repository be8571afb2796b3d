package dev.sharedinbox.simulator.world;

import java.util.Arrays;

/// What goes wrong with messages to one customer. Each has a phone of its own in a made-up range, so that writing to
/// that phone is enough to see it; `PUT /simulator/customers/{phone}/trouble` gives it to anyone else.
public enum Trouble {
    /// Nothing: sent, delivered and read.
    NONE(""),
    /// The call is answered 200, then the message has failed: 131026, undeliverable.
    REJECTS("16505551311"),
    /// Each message is refused twice with 131056, too fast to this one person, and then accepted.
    PAIR_RATE("16505551312"),
    /// Whatever is no template is refused with 131047, although the customer wrote just now.
    OUTSIDE_WINDOW("16505551313"),
    /// The call is answered 500 with 131000, and the message is lost. The caller cannot know.
    SERVER_ERROR("16505551314"),
    /// The call is answered 500 with 131000, and yet the message goes out. Only its statuses tell.
    SERVER_ERROR_BUT_SENT("16505551315"),
    /// The statuses sent and delivered arrive before the call is answered.
    STATUS_BEFORE_RESPONSE("16505551316"),
    /// Every webhook about the customer comes twice, their own messages too.
    DUPLICATES("16505551317"),
    /// The webhooks come in the wrong order: read, delivered, sent. Their timestamps are right.
    REORDERS("16505551318"),
    /// Sent, and then nothing more: the phone is off.
    NEVER_DELIVERED("16505551319"),
    /// The call is not answered for a minute, then with 503. The message is lost.
    HANGS("16505551320"),
    /// The message is accepted and goes out, but the connection is cut before the answer.
    CUT_AFTER_ACCEPT("16505551321"),
    /// Sent, and then it has failed after all: 131049, held back by Meta.
    FAILS_AFTER_SENT("16505551322"),
    /// The call is answered 200, and no status ever comes.
    SILENT("16505551323"),
    /// The account cannot pay: 131042, which concerns every customer and waits for an administrator.
    PAYMENT_MISSING("16505551324");

    private final String phone;

    Trouble(String phone) {
        this.phone = phone;
    }

    /// The phone that stands for this trouble; empty for [#NONE].
    public String phone() {
        return phone;
    }

    static Trouble ofPhone(String digits) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.phone.equals(digits))
                .findFirst()
                .orElse(NONE);
    }
}
