package dev.sharedinbox.whatsapp;

/// What an error code of Meta means for the message that met it.
public enum ErrorKind {
    /// Nothing was sent; the same call may succeed later.
    RETRY,
    /// Nobody knows whether it was sent, so it must not be sent again blindly.
    UNCLEAR,
    /// This message will not go out as it is.
    FINAL,
    /// Nothing goes out from this number until an administrator has done something.
    CONFIGURATION
}
