package dev.sharedinbox.chat.list.tally;

import dev.sharedinbox.chat.list.page.BoundedCountView;

/// How many chats are in a list, and how many of them are unread.
public record ChatTally(BoundedCountView total, BoundedCountView unread) {}
