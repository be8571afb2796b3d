package dev.sharedinbox.channel;

/// What a customer's message does after their chat was closed.
public enum AfterClose {
    /// It opens a new chat.
    NEW_CHAT,
    /// It reopens the closed one.
    REOPEN
}
