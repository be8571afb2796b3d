package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a space holds, apart from who sees it.
///
/// @param filter which chats, as written
/// @param search part of the customer's name or number; null for none
/// @param sort the order of its list
record SpaceDraft(String label, Filter filter, @Nullable String search, ChatSort sort) {

    static final int LONGEST_LABEL = 60;
    static final int LONGEST_SEARCH = 200;

    SpaceDraft {
        label = label.strip();
        search = search == null || search.isBlank() ? null : search.strip();
    }

    /// Refuse what no space can hold, with the path of the input's field.
    ///
    /// @throws InboxException `INVALID_INPUT` for label and search, `INVALID_FILTER` for the filter
    void check(Viewer viewer, Catalogue<ChatFacts> catalogue) {
        if (label.isEmpty() || !Texts.fits(label, LONGEST_LABEL)) {
            throw InboxException.invalid("A label has 1 to " + LONGEST_LABEL + " characters.", "input", "label");
        }
        if (search != null && !Texts.fits(search, LONGEST_SEARCH)) {
            throw InboxException.invalid("A search has at most " + LONGEST_SEARCH + " characters.", "input", "search");
        }
        Objects.requireNonNull(query().check(viewer, catalogue, "input"));
    }

    ChatQuery query() {
        return ChatQuery.of(filter, search);
    }

    /// Whether the list of both is the same.
    boolean listsLike(SpaceDraft other) {
        return filter.equals(other.filter) && Objects.equals(search, other.search) && sort == other.sort;
    }
}
