package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.filter.Flag;
import dev.sharedinbox.filter.Having;
import dev.sharedinbox.filter.Having.Quantity;
import dev.sharedinbox.filter.OneOf;
import dev.sharedinbox.platform.Sql;
import dev.sharedinbox.team.AccessScope;
import dev.sharedinbox.team.ChatAccess;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses what leads the way through the chats: the most selective rule that has an index in the order of the list.
/// The other rules are checked on the chats it meets. PostgreSQL does not choose well here: it cannot know that all
/// chats of a tag are old. A rule with several values becomes one branch a value, because an index has the order of
/// the list only within one value.
final class Driver {

    private static final int MOST_BRANCHES = 12;

    private final List<Condition<ChatFacts>> rules;
    private final AccessScope scope;
    private final Sql sql;
    private final Optional<String> customers;
    private final Optional<String> marked;

    Driver(Condition<ChatFacts> condition, AccessScope scope, Sql sql) {
        this.rules = rules(condition).toList();
        this.scope = scope;
        this.sql = sql;
        customers = new CustomerRules(rules, sql).customers();
        marked = customers.isPresent() ? Optional.empty() : new AttributeRules(rules, sql).chats();
    }

    /// What the branches need before them: a `with`, or nothing.
    String preamble() {
        return customers.or(() -> marked).map(table -> "with " + table + " ").orElse("");
    }

    /// The branches whose union holds every chat that the condition and the scope let pass.
    List<Branch> branches() {
        if (customers.isPresent()) {
            return CustomerRules.branches(ordinary());
        }
        return marked.isPresent() ? AttributeRules.branches(ordinary()) : ordinary();
    }

    private List<Branch> ordinary() {
        return byAssignee()
                .or(this::byTag)
                .or(this::byInbox)
                .or(this::byUnread)
                .or(this::byStatus)
                .filter(branches -> !branches.isEmpty() && branches.size() <= MOST_BRANCHES)
                .orElseGet(() -> List.of(Branch.ofChats("true")));
    }

    private Optional<List<Branch>> byAssignee() {
        return scope.access() == ChatAccess.MATCH_ASSIGNEE
                ? Optional.of(List.of(assignedTo(scope.userId())))
                : ids(ChatFields.ASSIGNEE)
                        .map(users -> users.stream().map(this::assignedTo).toList());
    }

    private Branch assignedTo(UUID user) {
        return Branch.ofChats(Branch.equal("c.assignee_id", user, sql));
    }

    private Optional<List<Branch>> byTag() {
        return having(Quantity.ALL)
                .map(tags -> List.of(Branch.ofTag(rarest(tags))))
                .or(() -> having(Quantity.ANY)
                        .map(tags -> tags.stream()
                                .map(tag -> Branch.ofTag(sql.bind(tag) + "::uuid"))
                                .toList()));
    }

    /// Counting stops early, so this costs a few milliseconds at most, however many chats the tags have.
    private String rarest(Collection<UUID> tags) {
        return "(select tag from unnest(" + sql.bind(tags.toArray(UUID[]::new)) + "::uuid[]) tag order by"
                + " (select count(*) from (select 1 from chat_tag seen"
                + " where seen.workspace_id = $1 and seen.tag_id = tag limit 10000) seen) limit 1)";
    }

    private Optional<List<Branch>> byInbox() {
        return inboxes()
                .map(inboxes -> inboxes.stream()
                        .flatMap(inbox -> statuses().stream().map(status -> inInbox(inbox, status)))
                        .toList());
    }

    private Optional<Set<UUID>> inboxes() {
        return ids(ChatFields.INBOX)
                .map(wanted -> {
                    var visible = new HashSet<>(wanted);
                    scope.inboxes().ifPresent(visible::retainAll);
                    return Set.copyOf(visible);
                })
                .or(scope::inboxes)
                .filter(inboxes -> !inboxes.isEmpty());
    }

    private Branch inInbox(UUID inbox, String status) {
        return Branch.ofChats(Branch.equal("c.inbox_id", inbox, sql) + " and " + hasStatus(status));
    }

    private Optional<List<Branch>> byUnread() {
        var unread = rules.stream()
                .anyMatch(rule -> rule instanceof Flag<ChatFacts> flag
                        && flag.wanted()
                        && flag.field().equals(ChatFields.UNREAD));
        return unread ? Optional.of(List.of(Branch.ofChats("c.unread"))) : Optional.empty();
    }

    private Optional<List<Branch>> byStatus() {
        var statuses = statuses();
        return statuses.size() == ChatStatus.values().length
                ? Optional.empty()
                : Optional.of(statuses.stream()
                        .map(status -> Branch.ofChats(hasStatus(status)))
                        .toList());
    }

    private String hasStatus(String status) {
        return "c.status = " + sql.bind(status) + "::text";
    }

    /// The statuses that the rules leave.
    private List<String> statuses() {
        return Arrays.stream(ChatStatus.values())
                .map(ChatStatus::name)
                .filter(status ->
                        oneOf(ChatFields.STATUS).allMatch(rule -> rule.values().contains(status) != rule.negated()))
                .toList();
    }

    /// The ids that a rule asks for; empty when no rule does, or when it also asks for chats without one.
    private Optional<Set<UUID>> ids(String field) {
        return oneOf(field)
                .filter(rule -> !rule.negated() && !rule.orEmpty())
                .map(rule -> rule.values().stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet()))
                .filter(ids -> !ids.isEmpty())
                .findFirst();
    }

    private Stream<OneOf<ChatFacts, ?>> oneOf(String field) {
        return rules.stream().<OneOf<ChatFacts, ?>>mapMulti((rule, found) -> {
            if (rule instanceof OneOf<ChatFacts, ?> leaf && leaf.field().equals(field)) {
                found.accept(leaf);
            }
        });
    }

    private Optional<Set<UUID>> having(Quantity quantity) {
        return rules.stream()
                .<Set<UUID>>mapMulti((rule, found) -> {
                    if (rule instanceof Having<ChatFacts> leaf
                            && leaf.quantity() == quantity
                            && leaf.field().equals(ChatFields.TAGS)) {
                        found.accept(leaf.ids());
                    }
                })
                .findFirst();
    }

    /// The rules that every chat must pass.
    private static Stream<Condition<ChatFacts>> rules(Condition<ChatFacts> condition) {
        return switch (condition) {
            case Condition.All<ChatFacts>(var parts) -> parts.stream().flatMap(Driver::rules);
            case Condition.Any<ChatFacts>(var parts) when parts.size() == 1 -> rules(parts.getFirst());
            case Condition.Any<ChatFacts> _, Condition.Leaf<ChatFacts> _ -> Stream.of(condition);
        };
    }
}
