package dev.sharedinbox.whatsapp.webhook.body;

/// An item that cannot be understood. Its message goes into the ledger, so it names fields, never their content.
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param reason what is wrong, as administrators read it in the ledger
    public MalformedException(String reason) {
        super(reason, null, false, false);
    }
}
