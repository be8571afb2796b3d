package dev.sharedinbox.chat.list.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a list may cost, so that no filter holds up others.
@ConfigMapping(prefix = "inbox.lists")
public interface ListBounds {

    /// How many chats a page looks at before anything else is tried. Most pages are full long before.
    @WithDefault("2000")
    long firstLook();

    /// How many chats a page looks at in the end, for each segment of its sort. A page that is not full by
    /// then is told to go on.
    @WithDefault("20000")
    long rows();

    /// How many chats a count looks at in the end.
    @WithDefault("100000")
    long countedRows();

    /// What takes longer to count is told again for ten times as long as it took longer, 5 s at most, whatever happens
    /// meanwhile. What takes no longer is counted anew whenever something happened.
    @WithDefault("50ms")
    Duration quickCount();

    /// Up to which size a set of chats is looked through as a whole.
    @WithDefault("20000")
    long smallSet();

    /// How long a statement of a list or a search may run, as PostgreSQL writes it: `1s`, `500ms`.
    @WithDefault("1s")
    String timeout();
}
