package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.team.access.Viewer;
import java.util.List;
import java.util.Optional;

/// Which chats are in a list, and in which order: what a client asked for and what was saved.
///
/// @param own the client's own rules
/// @param saved the rules of the space it named
/// @param sort the order
/// @param catalogue the fields that the rules may name
/// @param readAfter the change log before the saved rules were read; a later change of the space may be unknown here
public record Selection(
        ChatQuery own,
        Optional<SavedFilter> saved,
        ChatSort sort,
        Catalogue<ChatFacts> catalogue,
        Optional<LogHead> readAfter) {

    /// Check it for a viewer; see [ChatQuery#check].
    ///
    /// @throws dev.sharedinbox.platform.failure.InboxException `INVALID_FILTER` with the path of what is wrong
    public Condition<ChatFacts> check(Viewer viewer) {
        var asked = own.check(viewer, catalogue);
        return saved.<Condition<ChatFacts>>map(filter ->
                        new Condition.All<>(List.of(asked, filter.query().check(viewer, catalogue, "spaceId"))))
                .orElse(asked);
    }

    /// The same text for the same list, and for no other.
    public String text() {
        return sort + own.text() + saved.map(filter -> filter.query().text()).orElse("");
    }
}
