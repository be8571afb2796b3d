package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The sets of chats, each found by an index, of which a list is a part. Any of them holds the whole list,
/// so the smallest of them, if it is small, answers what no index has in order.
public final class SmallSets {

    private final Rules rules;
    private final Instant now;

    /// @param wanted the list
    public SmallSets(Wanted wanted) {
        rules = wanted.rules();
        now = wanted.now();
    }

    /// All that its rules tell of, in no order; none when they tell of none.
    public List<SmallSet> all() {
        return Stream.of(byUser(), byTag(), byInbox(), byMark(), byStatus(), byWindow(), byTime())
                .flatMap(Function.identity())
                .map(SmallSet::new)
                .toList();
    }

    private Stream<Function<Sql, List<Branch>>> byUser() {
        return rules.assignees().stream()
                .filter(users -> users.size() <= Driver.MOST_BRANCHES)
                .map(users -> sql -> Driver.assignedTo(users, rules.isBusy(), sql));
    }

    private Stream<Function<Sql, List<Branch>>> byTag() {
        return Stream.concat(rules.allTags().stream().map(Set::of), rules.anyTags().stream())
                .filter(tags -> tags.size() <= Driver.MOST_BRANCHES)
                .limit(Driver.MOST_BRANCHES)
                .map(tags -> sql -> Driver.tagged(tags, sql));
    }

    private Stream<Function<Sql, List<Branch>>> byInbox() {
        return rules.inboxes().stream()
                .filter(_ -> !rules.statuses().isEmpty())
                .filter(inboxes -> inboxes.size() * rules.statuses().size() <= Driver.MOST_BRANCHES)
                .map(inboxes -> sql -> inboxes.stream()
                        .flatMap(inbox -> rules.statuses().stream().map(status -> Driver.inInbox(inbox, status, sql)))
                        .toList());
    }

    private Stream<Function<Sql, List<Branch>>> byMark() {
        var unread = rules.isUnread() ? Stream.of(Driver.UNREAD) : Stream.<Branch>empty();
        var waiting = rules.isWaiting() ? Stream.of(Driver.WAITING) : Stream.<Branch>empty();
        return Stream.concat(unread, waiting).map(branch -> _ -> List.of(branch));
    }

    private Stream<Function<Sql, List<Branch>>> byStatus() {
        return rules.hasAnyStatus() || rules.statuses().isEmpty()
                ? Stream.empty()
                : Stream.of(sql -> rules.statuses().stream()
                        .map(status -> Branch.ofChats(Driver.hasStatus(status, sql)))
                        .toList());
    }

    private Stream<Function<Sql, List<Branch>>> byWindow() {
        var ending = rules.ranges(ChatFields.SESSION_EXPIRES_AT)
                .<Function<Sql, String>>map(
                        range -> sql -> range.sql(sql, now).replace(Segment.EXPIRING.moment(), "w.expires_at"));
        var open = rules.hasOpenSession()
                ? Stream.<Function<Sql, String>>of(
                        sql -> "w.expires_at > " + sql.bind(now.atOffset(ZoneOffset.UTC)) + "::timestamptz")
                : Stream.<Function<Sql, String>>empty();
        return Stream.concat(ending, open)
                .limit(Driver.MOST_BRANCHES)
                .map(window -> sql -> List.of(Branch.ofAllWithin(window.apply(sql))));
    }

    private Stream<Function<Sql, List<Branch>>> byTime() {
        return Stream.of(
                        ChatFields.LAST_ACTIVITY_AT,
                        ChatFields.LAST_INBOUND_AT,
                        ChatFields.STARTED_AT,
                        ChatFields.CLOSED_AT)
                .flatMap(rules::ranges)
                .limit(Driver.MOST_BRANCHES)
                .map(range -> sql -> List.of(Branch.ofChats(range.sql(sql, now))));
    }
}
