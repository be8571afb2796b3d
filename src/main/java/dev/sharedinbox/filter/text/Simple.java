package dev.sharedinbox.filter.text;

import dev.sharedinbox.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/// What a filter says when parts that change nothing are left out: groups have two parts or more.
sealed interface Simple {

    /// Everything passes.
    record Everything() implements Simple {}

    /// Nothing passes.
    record Nothing() implements Simple {}

    /// Some may pass.
    record Some(Filter filter) implements Simple {}

    static Simple of(Filter filter) {
        return switch (filter) {
            case Filter.Rule rule -> new Some(rule);
            case Filter.All(var parts) -> join(parts, new Everything(), new Nothing(), true);
            case Filter.Any(var parts) -> join(parts, new Nothing(), new Everything(), false);
        };
    }

    /// @param neutral what changes nothing in such a group
    /// @param deciding what decides for the whole group
    private static Simple join(List<Filter> parts, Simple neutral, Simple deciding, boolean all) {
        var kept = new ArrayList<Filter>();
        for (var part : parts) {
            var simple = of(part);
            if (simple.equals(deciding)) {
                return deciding;
            }
            if (simple instanceof Some(var some)) {
                kept.add(some);
            }
        }
        return switch (kept.size()) {
            case 0 -> neutral;
            case 1 -> new Some(kept.getFirst());
            default -> new Some(all ? new Filter.All(List.copyOf(kept)) : new Filter.Any(List.copyOf(kept)));
        };
    }
}
