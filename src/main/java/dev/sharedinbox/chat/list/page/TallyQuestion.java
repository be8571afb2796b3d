package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.chat.list.way.SmallSets;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.filter.condition.Condition;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// How many chats a list has, or how many of them are unread.
///
/// @param list the list
/// @param ofUnread whether only unread ones count
record TallyQuestion(Wanted list, boolean ofUnread) {

    private static final Condition<ChatFacts> UNREAD = ChatFields.CATALOGUE.check(
            new Filter.Rule(ChatFields.UNREAD, FilterOperator.EQ, List.of("true")),
            new FilterContext(new UUID(0, 0), Set.of(), ZoneOffset.UTC),
            "unread");

    /// Both questions about a list.
    static Stream<TallyQuestion> of(Wanted list) {
        return Stream.of(new TallyQuestion(list, false), new TallyQuestion(list, true));
    }

    /// The chats that count, as a list of their own.
    Wanted counted() {
        return ofUnread
                ? new Wanted(
                        list.workspaceId(),
                        list.scope(),
                        new Condition.All<>(List.of(list.filter(), UNREAD)),
                        list.sort(),
                        list.now())
                : list;
    }

    /// The sets that hold them all.
    List<SmallSet> sets() {
        return new SmallSets(counted()).all();
    }
}
