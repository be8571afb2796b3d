package dev.sharedinbox.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.filter.condition.Condition;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// What a filter says of parcels at [Parcel#NOW]: `verdictOf(rule("weight", GT, "3")).holdsFor(Parcel.weighing(4))`.
record Verdict(Condition<Parcel> condition) {

    static final FilterContext ANNA_OF_NORTH = new FilterContext(Parcel.ANNA, Set.of(Parcel.NORTH), ZoneOffset.UTC);

    /// A filter and who asks.
    record PlacedFilter(FilterContext context, Filter filter) {}

    static Verdict verdictOf(PlacedFilter placed) {
        return new Verdict(check(placed));
    }

    static Verdict verdictOf(Filter filter) {
        return verdictOf(new PlacedFilter(ANNA_OF_NORTH, filter));
    }

    static Condition<Parcel> check(PlacedFilter placed) {
        return Parcel.CATALOGUE.check(placed.filter(), placed.context());
    }

    static PlacedFilter rule(FilterContext context, String field, FilterOperator operator, String... values) {
        return new PlacedFilter(context, new Filter.Rule(field, operator, List.of(values)));
    }

    static Filter rule(String field, FilterOperator operator, Object... values) {
        return new Filter.Rule(
                field, operator, List.of(values).stream().map(Object::toString).toList());
    }

    Verdict holdsFor(Parcel parcel) {
        assertThat(condition.holds(parcel, Parcel.NOW))
                .as("holds for %s", parcel)
                .isTrue();
        return this;
    }

    Verdict doesNotHoldFor(Parcel parcel) {
        assertThat(condition.holds(parcel, Parcel.NOW))
                .as("holds for %s", parcel)
                .isFalse();
        return this;
    }
}
