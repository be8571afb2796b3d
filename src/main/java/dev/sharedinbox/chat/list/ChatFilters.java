package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.team.Viewer;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what a client wrote into a checked filter of chats, bound to the viewer but not to a time. It says nothing
/// about access: that is the viewer's scope, which every use must check beside it.
public final class ChatFilters {

    private static final Filter EVERYTHING = new Filter.All(List.of());

    private ChatFilters() {}

    /// The filter behind an argument named `filter`; without one, everything passes.
    public static Filter written(@Nullable ChatFilterInput input) {
        return input == null ? EVERYTHING : input.toFilter("filter");
    }

    /// Check a filter for a viewer.
    ///
    /// @throws dev.sharedinbox.platform.InboxException `INVALID_FILTER` with the path of what is wrong
    public static Condition<ChatFacts> check(Filter filter, Viewer viewer) {
        var context = new FilterContext(viewer.userId(), viewer.scope().teams(), ZoneOffset.UTC);
        return ChatFields.CATALOGUE.check(filter, context, "filter");
    }
}
