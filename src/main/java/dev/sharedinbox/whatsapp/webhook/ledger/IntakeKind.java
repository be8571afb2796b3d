package dev.sharedinbox.whatsapp.webhook.ledger;

/// What a delivery brings. Each kind has lanes of its own, so that the past never holds up the present.
public enum IntakeKind {
    /// What happens now.
    LIVE,
    /// Chats from before the number was connected, thousands of messages at a time.
    IMPORT
}
