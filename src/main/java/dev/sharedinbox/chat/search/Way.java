package dev.sharedinbox.chat.search;

/// How a search finds its hits.
enum Way {
    /// By the words, which few messages have.
    WORDS,
    /// Through the newest messages, of which enough have them.
    NEWEST,
    /// Through all messages of the few chats that the search may look into.
    CHATS,
    /// Through the newest messages, of which not enough have them, and no other way is short: a part of the hits.
    PART
}
