package dev.sharedinbox.realtime.list;

import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.row.Sighting;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds those of many lists that a change may mean something to. A list that demands a trait, such as one assignee,
/// need not be asked of a chat that neither has the trait nor had it. Safe for many threads.
///
/// @param <T> whoever follows a list
final class ListIndex<T> {

    private final Set<T> all = ConcurrentHashMap.newKeySet();
    private final Set<T> undemanding = ConcurrentHashMap.newKeySet();
    private final Map<Trait, Set<T>> byTrait = new ConcurrentHashMap<>();

    void add(LiveList list, T follower) {
        all.add(follower);
        Demand.of(list)
                .ifPresentOrElse(
                        demand -> demand.traits()
                                .forEach(trait -> byTrait.compute(trait, (_, others) -> {
                                    var followers = others == null ? ConcurrentHashMap.<T>newKeySet() : others;
                                    followers.add(follower);
                                    return followers;
                                })),
                        () -> undemanding.add(follower));
    }

    void remove(LiveList list, T follower) {
        all.remove(follower);
        undemanding.remove(follower);
        Demand.of(list)
                .ifPresent(demand -> demand.traits()
                        .forEach(trait -> byTrait.computeIfPresent(trait, (_, followers) -> {
                            followers.remove(follower);
                            return followers.isEmpty() ? null : followers;
                        })));
    }

    Collection<T> all() {
        return all;
    }

    /// Those whose lists a chat may be in now, or may have been in before. Of one that is gone, or of which nobody
    /// knows how it was, that is everybody.
    Collection<T> concernedBy(Sighting seen) {
        var row = seen.row();
        if (row == null || seen.past() instanceof Past.Unknown) {
            return all;
        }
        var before = seen.past() instanceof Past.Known(var facts, var _) ? Trait.of(facts) : Stream.<Trait>empty();
        var concerned = new HashSet<>(undemanding);
        Stream.of(Trait.of(row.facts()), before, seen.placeBefore().stream().flatMap(Trait::of))
                .flatMap(Function.identity())
                .forEach(trait -> concerned.addAll(byTrait.getOrDefault(trait, Set.of())));
        return concerned;
    }
}
