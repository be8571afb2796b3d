package dev.sharedinbox.chat.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How messages are made findable, and how far a search may look.
@ConfigMapping(prefix = "inbox.search")
public interface SearchConfig {

    /// The language whose grammar is known, so that `orders` finds "order": a text search configuration of
    /// PostgreSQL such as `english` or `german`. `simple` knows none and finds words as they are written; so does a
    /// language that PostgreSQL does not know, which is logged at the start. A workspace's own language wins over
    /// it; a changed one makes the words of all messages be kept anew, so all nodes need the same.
    @WithDefault("simple")
    String language();

    /// Whether this node keeps the words of messages. Others still do when it does not.
    @WithDefault("true")
    boolean enabled();

    /// How often a node looks for new and changed messages, which is about how late they are found.
    @WithDefault("500ms")
    Duration poll();

    /// Messages that one transaction keeps the words of.
    @WithDefault("500")
    int batch();

    /// How many hits may be looked up and put in order at once, by PostgreSQL's estimate. Commoner words are
    /// first looked for in the newest messages.
    @WithDefault("2000")
    int few();

    /// Messages of a workspace that a search looks through, newest first, before it answers with what it has.
    @WithDefault("20000")
    int span();
}
