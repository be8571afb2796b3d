package dev.sharedinbox.chat.list;

/// How many chats are in a list, and how many of them are unread.
public record ChatTally(BoundedCountView total, BoundedCountView unread) {}
