package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.platform.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Chooses what leads the way through the chats: the most selective rule that has an index in the order of
/// the list. The other rules are checked on the chats it meets. PostgreSQL does not choose well here: it
/// cannot know that all chats of a tag are old. A rule with several values becomes one branch a value,
/// because an index has the order of the list only within one value.
final class Driver {

    static final int MOST_BRANCHES = 12;
    static final Branch UNREAD = Branch.ofChats("c.unread");
    static final Branch WAITING = Branch.ofChats("c.waiting_since is not null");

    /// What somebody has to do with. The chats of an assignee stand in two indexes, those that are busy and the rest.
    private static final String IS_BUSY = "(c.status <> 'CLOSED' or c.unread or c.waiting_since is not null)";
    private static final String IS_REST = "c.status = 'CLOSED' and not c.unread and c.waiting_since is null";

    private final Rules rules;
    private final Sql sql;
    private final Optional<String> customers;
    private final Optional<String> marked;

    Driver(Rules rules, Sql sql) {
        this.rules = rules;
        this.sql = sql;
        customers = new CustomerRules(rules.all(), sql).customers();
        marked = customers.isPresent() ? Optional.empty() : new AttributeRules(rules.all(), sql).chats();
    }

    /// The table that the branches need; empty when they need none.
    Optional<String> table() {
        return customers.or(() -> marked);
    }

    /// The few chats that rules without an order of their own lead to; empty when there are no such rules.
    Optional<Few> found(Segment segment) {
        return customers.isPresent()
                ? Optional.of(CustomerRules.few(segment))
                : marked.map(_ -> AttributeRules.few(segment));
    }

    /// The way by one rule, in the order of the activity.
    ///
    /// @param segment of which only chats are wanted
    List<Branch> ordinary(Segment segment) {
        return selective(segment).orElseGet(() -> List.of(Branch.ofChats("true")));
    }

    /// The way by one rule; empty when no rule leads to fewer chats than there are.
    Optional<List<Branch>> selective(Segment segment) {
        return byAssignee(segment)
                .or(this::byTag)
                .or(() -> segment == Segment.UNREAD ? Optional.of(List.of(UNREAD)) : byInbox())
                .or(this::byUnread)
                .or(this::byWaiting)
                .or(this::byStatus)
                .filter(branches -> !branches.isEmpty() && branches.size() <= MOST_BRANCHES);
    }

    private Optional<List<Branch>> byAssignee(Segment segment) {
        return rules.assignees().map(users -> assignedTo(users, rules.isBusy() || segment.isBusy(), sql));
    }

    /// @param busy whether only busy chats are wanted
    static List<Branch> assignedTo(Collection<UUID> users, boolean busy, Sql sql) {
        return users.stream()
                .sorted()
                .map(user -> Branch.equal("c.assignee_id", user, sql))
                .flatMap(theirs -> busy
                        ? Stream.of(theirs + " and " + IS_BUSY)
                        : Stream.of(theirs + " and " + IS_BUSY, theirs + " and " + IS_REST))
                .map(Branch::ofChats)
                .toList();
    }

    private Optional<List<Branch>> byTag() {
        var all = rules.allTags();
        return all.isEmpty()
                ? rules.anyTags().stream().findFirst().map(tags -> tagged(tags, sql))
                : Optional.of(
                        all.size() == 1 ? tagged(all, sql) : List.of(Branch.ofTag(rarest(all), Optional.empty())));
    }

    static List<Branch> tagged(Collection<UUID> tags, Sql sql) {
        return tags.stream().sorted().map(tag -> Branch.ofTag(tag, sql)).toList();
    }

    /// Counting stops early, so this costs a few milliseconds at most, however many chats the tags have.
    private String rarest(Collection<UUID> tags) {
        return "(select tag from unnest(" + sql.bind(tags.stream().sorted().toArray(UUID[]::new))
                + "::uuid[]) tag order by"
                + " (select count(*) from (select 1 from chat_tag seen"
                + " where seen.workspace_id = $1 and seen.tag_id = tag limit 10000) seen) limit 1)";
    }

    private Optional<List<Branch>> byInbox() {
        return rules.inboxes()
                .map(inboxes -> inboxes.stream()
                        .sorted()
                        .flatMap(inbox -> rules.statuses().stream().map(status -> inInbox(inbox, status, sql)))
                        .toList());
    }

    static Branch inInbox(UUID inbox, String status, Sql sql) {
        return Branch.ofChats(Branch.equal("c.inbox_id", inbox, sql) + " and " + hasStatus(status, sql));
    }

    private Optional<List<Branch>> byUnread() {
        return rules.isUnread() ? Optional.of(List.of(UNREAD)) : Optional.empty();
    }

    private Optional<List<Branch>> byWaiting() {
        return rules.isWaiting() ? Optional.of(List.of(WAITING)) : Optional.empty();
    }

    private Optional<List<Branch>> byStatus() {
        return rules.hasAnyStatus()
                ? Optional.empty()
                : Optional.of(rules.statuses().stream()
                        .map(status -> Branch.ofChats(hasStatus(status, sql)))
                        .toList());
    }

    static String hasStatus(String status, Sql sql) {
        return "c.status = " + sql.bind(status) + "::text";
    }
}
