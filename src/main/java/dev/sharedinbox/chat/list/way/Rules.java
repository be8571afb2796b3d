package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Flag;
import dev.sharedinbox.filter.condition.Having;
import dev.sharedinbox.filter.condition.Having.Quantity;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.filter.condition.Range;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every chat of a list must have: the rules of its filter that none may break, and its viewer's
/// scope.
final class Rules {

    private final List<Condition<ChatFacts>> rules;
    private final AccessScope scope;

    Rules(Condition<ChatFacts> condition, AccessScope scope) {
        this.rules = rules(condition).toList();
        this.scope = scope;
    }

    List<Condition<ChatFacts>> all() {
        return rules;
    }

    /// The users of whom one must be the assignee; empty when it may be anybody or nobody.
    Optional<Set<UUID>> assignees() {
        return scope.access() == ChatAccess.MATCH_ASSIGNEE
                ? Optional.of(Set.of(scope.userId()))
                : ids(ChatFields.ASSIGNEE);
    }

    /// Tags that each chat has.
    Set<UUID> allTags() {
        return Stream.concat(tags(Quantity.ALL), tags(Quantity.ANY).filter(tags -> tags.size() == 1))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Sets of tags of which each chat has one.
    List<Set<UUID>> anyTags() {
        return tags(Quantity.ANY).filter(tags -> tags.size() > 1).toList();
    }

    /// The inboxes in which all chats are.
    Optional<Set<UUID>> inboxes() {
        return ids(ChatFields.INBOX)
                .map(wanted -> {
                    var visible = new HashSet<>(wanted);
                    scope.inboxes().ifPresent(visible::retainAll);
                    return Set.copyOf(visible);
                })
                .or(scope::inboxes)
                .filter(inboxes -> !inboxes.isEmpty());
    }

    /// Whether somebody has to do with each of the chats: it is not closed, unread, or its customer waits.
    boolean isBusy() {
        return isUnread() || isWaiting() || !statuses().contains(ChatStatus.CLOSED.name());
    }

    boolean hasOpenSession() {
        return oneOf(ChatFields.SESSION_STATE)
                .anyMatch(rule ->
                        !rule.negated() && !rule.orEmpty() && rule.values().equals(Set.of("OPEN")));
    }

    boolean isUnread() {
        return rules.stream()
                .anyMatch(rule -> rule instanceof Flag<ChatFacts> flag
                        && flag.wanted()
                        && flag.field().equals(ChatFields.UNREAD));
    }

    boolean isWaiting() {
        return ranges(ChatFields.WAITING_SINCE).findAny().isPresent()
                || oneOf(ChatFields.WAITING_SINCE)
                        .anyMatch(rule -> rule.negated()
                                && rule.orEmpty()
                                && rule.values().isEmpty());
    }

    /// The statuses that the rules leave.
    List<String> statuses() {
        return Arrays.stream(ChatStatus.values())
                .map(ChatStatus::name)
                .filter(status ->
                        oneOf(ChatFields.STATUS).allMatch(rule -> rule.values().contains(status) != rule.negated()))
                .toList();
    }

    boolean hasAnyStatus() {
        return statuses().size() == ChatStatus.values().length;
    }

    /// The rules that say between which values a field lies.
    Stream<Range<ChatFacts, ?>> ranges(String field) {
        return rules.stream().<Range<ChatFacts, ?>>mapMulti((rule, found) -> {
            if (rule instanceof Range<ChatFacts, ?> range && range.field().equals(field)) {
                found.accept(range);
            }
        });
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

    private Stream<Set<UUID>> tags(Quantity quantity) {
        return rules.stream().mapMulti((rule, found) -> {
            if (rule instanceof Having<ChatFacts> leaf
                    && leaf.quantity() == quantity
                    && leaf.field().equals(ChatFields.TAGS)) {
                found.accept(leaf.ids());
            }
        });
    }

    /// Whether a rule holds for whatever chat has a tag.
    static boolean isFulfilledBy(UUID tag, Condition<ChatFacts> rule) {
        return rule instanceof Having<ChatFacts> leaf
                && leaf.field().equals(ChatFields.TAGS)
                && switch (leaf.quantity()) {
                    case ANY -> leaf.ids().contains(tag);
                    case ALL -> leaf.ids().equals(Set.of(tag));
                    case SOMETHING -> true;
                    case NONE, NOTHING -> false;
                };
    }

    /// What none may break of a condition.
    static Stream<Condition<ChatFacts>> rules(Condition<ChatFacts> condition) {
        return switch (condition) {
            case Condition.All<ChatFacts>(var parts) -> parts.stream().flatMap(Rules::rules);
            case Condition.Any<ChatFacts>(var parts) when parts.size() == 1 -> rules(parts.getFirst());
            case Condition.Any<ChatFacts> _, Condition.Leaf<ChatFacts> _ -> Stream.of(condition);
        };
    }
}
