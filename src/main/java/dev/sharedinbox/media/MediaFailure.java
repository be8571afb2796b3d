package dev.sharedinbox.media;

/// Why a file is not here, and for how long trying again makes sense. The names are stored and part of the contract.
public enum MediaFailure {
    /// The carrier does not know the file, any more or yet.
    GONE(Patience.A_FEW_TIMES, "WhatsApp does not have this file any more. Ask the customer to send it again."),
    /// The bytes are not those that the carrier announced.
    DAMAGED(Patience.A_FEW_TIMES, "The file arrives damaged from WhatsApp. Ask the customer to send it again."),
    /// Larger than allowed.
    TOO_LARGE(Patience.NONE, "The file is too large to be kept. Ask the customer to send it another way."),
    /// Offered at an address that we do not call.
    NOT_TRUSTED(Patience.NONE, "The file is not offered by WhatsApp itself and was not fetched, for safety."),
    /// The carrier did not answer, or refused for now.
    NOT_REACHED(
            Patience.UNTIL_DEADLINE,
            "The file could not be fetched while WhatsApp kept it. Ask the customer to send it again."),
    /// Our own store did not take it, say because the disk is full.
    NOT_STORED(
            Patience.UNTIL_DEADLINE,
            "The file could not be stored here in time. Tell an administrator, and ask the customer to send it again.");

    /// For how long trying again makes sense.
    public enum Patience {
        /// Not at all.
        NONE,
        /// For some minutes.
        A_FEW_TIMES,
        /// As long as the carrier keeps the file.
        UNTIL_DEADLINE
    }

    private final Patience patience;
    private final String advice;

    MediaFailure(Patience patience, String advice) {
        this.patience = patience;
        this.advice = advice;
    }

    public Patience patience() {
        return patience;
    }

    /// What an agent reads.
    public String advice() {
        return advice;
    }
}
