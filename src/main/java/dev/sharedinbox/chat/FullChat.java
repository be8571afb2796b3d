package dev.sharedinbox.chat;

/// A chat with all that filters ask of it, for whoever decides about lists in memory. Pages do without the traits.
public record FullChat(ChatEntry entry, ChatTraits traits) {}
