package dev.sharedinbox.realtime.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.realtime.list.Trait.Kind;
import dev.sharedinbox.team.access.AccessScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a list demands of its chats: one of these traits at least.
record Demand(Set<Trait> traits) {

    /// What a list demands, be it by its viewers' scope or by its condition; empty when any chat may be in it.
    static Optional<Demand> of(LiveList list) {
        return rarest(Stream.of(of(list.scope()), of(list.condition())));
    }

    private static Optional<Demand> of(AccessScope scope) {
        var own = new Trait(Kind.ASSIGNEE, scope.userId());
        var byMode = switch (scope.access()) {
            case ALL -> Optional.<Demand>empty();
            case MATCH_ASSIGNEE -> Optional.of(new Demand(Set.of(own)));
            case MATCH_ASSIGNEE_OR_UNASSIGNED -> Optional.of(new Demand(Set.of(own, new Trait(Kind.ASSIGNEE, null))));
            case MATCH_TEAM -> Optional.of(oneOf(Kind.TEAM, scope.teams()).or(own));
        };
        return rarest(Stream.of(scope.inboxes().map(allowed -> oneOf(Kind.INBOX, allowed)), byMode));
    }

    private static Optional<Demand> of(Condition<ChatFacts> condition) {
        return switch (condition) {
            case Condition.All(var parts) -> rarest(parts.stream().map(Demand::of));
            case Condition.Any(var parts) ->
                together(parts.stream().map(Demand::of).toList());
            case OneOf<ChatFacts, ?> one
            when !one.negated() -> Kind.of(one.field()).map(kind -> of(kind, one));
            case Condition.Leaf<ChatFacts> _ -> Optional.empty();
        };
    }

    private static Demand of(Kind kind, OneOf<ChatFacts, ?> one) {
        var demand = oneOf(kind, one.values());
        return one.orEmpty() ? demand.or(new Trait(kind, null)) : demand;
    }

    private static Demand oneOf(Kind kind, Collection<?> values) {
        return new Demand(values.stream().map(value -> new Trait(kind, value)).collect(Collectors.toUnmodifiableSet()));
    }

    private Demand or(Trait other) {
        return new Demand(Stream.concat(traits.stream(), Stream.of(other)).collect(Collectors.toUnmodifiableSet()));
    }

    /// Where several demands hold, the one that the fewest chats meet says enough.
    private static Optional<Demand> rarest(Stream<Optional<Demand>> demands) {
        return demands.flatMap(Optional::stream).min(Comparator.comparingInt(Demand::commonness));
    }

    /// Where one of several demands must hold, a chat meets any of them; all chats do if one demands nothing.
    private static Optional<Demand> together(List<Optional<Demand>> demands) {
        return demands.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Demand(demands.stream()
                        .flatMap(Optional::stream)
                        .flatMap(demand -> demand.traits().stream())
                        .collect(Collectors.toUnmodifiableSet())))
                : Optional.empty();
    }

    private int commonness() {
        return traits.stream().mapToInt(Trait::commonness).max().orElse(-1);
    }
}
