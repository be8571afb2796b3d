package dev.sharedinbox.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilterCheckTest {

    private static final FilterContext ANNA = new FilterContext(Parcel.ANNA, Set.of(), ZoneOffset.UTC);
    private static final Filter LOST = rule("state", FilterOperator.EQ, "LOST");

    @Test
    void unknownField_isRefusedWithTheKnownOnes() {
        var refusal = refusal(new Filter.All(List.of(LOST, rule("colour", FilterOperator.EQ, "red"))));
        assertThat(refusal.path()).containsExactly("filter", "all", "1", "rule", "field");
        assertThat(refusal).hasMessageContaining("state, courier, depot");
    }

    @Test
    void operatorOfAnotherType_isRefusedWithTheAllowedOnes() {
        var refusal = refusal(new Filter.Any(List.of(rule("state", FilterOperator.CONTAINS, "LO"))));
        assertThat(refusal.path()).containsExactly("filter", "any", "0", "rule", "operator");
        assertThat(refusal).hasMessageContaining("EQ, NE, IN, NOT_IN");
    }

    @Test
    void valueOfAnotherType_isRefusedWithItsPlace() {
        assertValueRefused("state", FilterOperator.IN, "one of MOVING, LOST", "LOST", "BROKEN");
        assertValueRefused("courier", FilterOperator.IN, "an id or ME, NONE", Parcel.ANNA.toString(), "anna");
        assertValueRefused("depot", FilterOperator.IN, "an id or MY_TEAMS", "MY_TEAMS", "ME");
        assertValueRefused("labels", FilterOperator.ANY_OF, "an id", Parcel.RED.toString(), "red");
        assertValueRefused("weight", FilterOperator.BETWEEN, "a number", "1", "1e999999999");
        assertValueRefused("dueAt", FilterOperator.BETWEEN, "a time", "2026-01-31", "+999999999-01-01T00:00Z");
        assertValueRefused("addressee", FilterOperator.IN, "1 to 200", "x", " ");
        assertValueRefused("addressee", FilterOperator.IN, "1 to 200", "x", "x".repeat(201));
        assertValueRefused("addressee", FilterOperator.IN, "1 to 200", "x", "a\u0000b");
        assertValueRefused("addressee", FilterOperator.IN, "1 to 200", "x", "a\ud800b");
    }

    @Test
    void durations_areShortAndWhole() {
        var shorts = List.of("1", "h", "-1h", "1.5h", "1y", "9999999h", "999999w", "1h30m");
        var iso = List.of("P", "PT", "P1Y", "P1M", "PT1.5H", "-P1D", "P-1D", "p1d", "P1DT", "PT1H1D", "P3661D", "P1W ");
        for (var value : Stream.of(shorts, iso).flatMap(List::stream).toList()) {
            var refusal = refusal(rule("dueAt", FilterOperator.WITHIN_LAST, value));
            assertThat(refusal.path()).containsExactly("filter", "rule", "values", "0");
            assertThat(refusal).hasMessageContaining("24h").hasMessageContaining("PT24H");
        }
    }

    @Test
    void onADay_takesNoMoment() {
        for (var value :
                List.of("2026-01-31T09:30:00Z", "2026-1-31", "2026-02-30", "today", "NOW", "10000-01-01", "24h")) {
            var refusal = refusal(rule("dueAt", FilterOperator.ON, value));
            assertThat(refusal.path()).containsExactly("filter", "rule", "values", "0");
            assertThat(refusal).hasMessageContaining("2026-01-31").hasMessageContaining("TODAY");
        }
        assertThat(refusal(rule("dueAt", FilterOperator.EQ, "2026-01-31")))
                .hasMessageContaining("'dueAt' allows ON, GT");
    }

    @Test
    void numberOfValues_hasToFitTheOperator() {
        assertCountRefused(rule("state", FilterOperator.EQ), "exactly one value");
        assertCountRefused(rule("state", FilterOperator.EQ, "LOST", "LOST"), "exactly one value");
        assertCountRefused(rule("state", FilterOperator.IN), "between 1 and 100 values");
        assertCountRefused(
                new Filter.Rule("state", FilterOperator.IN, Collections.nCopies(10_000, "LOST")), "between 1 and 100");
        assertCountRefused(rule("weight", FilterOperator.BETWEEN, "1"), "exactly two values");
        assertCountRefused(rule("courier", FilterOperator.IS_EMPTY, "NONE"), "no values");
    }

    @Test
    void fiftyRules_areTheMost() {
        // Given
        var fifty = new Filter.All(Collections.nCopies(50, LOST));
        var fiftyOne = new Filter.All(List.of(fifty, LOST));

        // Then
        assertThat(check(fifty).holds(Parcel.state("LOST"), Parcel.NOW)).isTrue();
        assertThat(refusal(fiftyOne).path()).containsExactly("filter", "all", "1", "rule");
    }

    @Test
    void threeGroupsWithinEachOther_areTheMost() {
        // Given
        var three = new Filter.All(List.of(new Filter.Any(List.of(new Filter.All(List.of(LOST))))));
        var four = new Filter.Any(List.of(three));

        // Then
        assertThat(check(three).holds(Parcel.state("LOST"), Parcel.NOW)).isTrue();
        assertThat(refusal(four).path()).containsExactly("filter", "any", "0", "all", "0", "any", "0", "all");
    }

    @Test
    void manyEmptyGroups_areRefused() {
        assertThat(refusal(new Filter.All(Collections.nCopies(10_000, new Filter.All(List.of())))))
                .isNotNull();
    }

    private static void assertValueRefused(String field, FilterOperator operator, String expected, String... values) {
        var refusal = refusal(rule(field, operator, values));
        assertThat(refusal.path()).containsExactly("filter", "rule", "values", "1");
        assertThat(refusal).hasMessageContaining(expected);
    }

    private static void assertCountRefused(Filter filter, String expected) {
        var refusal = refusal(filter);
        assertThat(refusal.path()).containsExactly("filter", "rule", "values");
        assertThat(refusal).hasMessageContaining(expected);
    }

    private static InboxException refusal(Filter filter) {
        var refusal = assertThatExceptionOfType(InboxException.class)
                .isThrownBy(() -> check(filter))
                .actual();
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FILTER);
        return refusal;
    }

    private static Condition<Parcel> check(Filter filter) {
        return Parcel.CATALOGUE.check(filter, ANNA, "filter");
    }

    private static Filter rule(String field, FilterOperator operator, String... values) {
        return new Filter.Rule(field, operator, List.of(values));
    }
}
