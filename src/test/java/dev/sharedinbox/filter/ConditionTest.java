package dev.sharedinbox.filter;

import static dev.sharedinbox.filter.FilterOperator.*;
import static dev.sharedinbox.filter.Parcel.ANNA;
import static dev.sharedinbox.filter.Parcel.BERT;
import static dev.sharedinbox.filter.Parcel.BLUE;
import static dev.sharedinbox.filter.Parcel.EMPTY;
import static dev.sharedinbox.filter.Parcel.NORTH;
import static dev.sharedinbox.filter.Parcel.NOW;
import static dev.sharedinbox.filter.Parcel.RED;
import static dev.sharedinbox.filter.Parcel.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final FilterContext ANNA_OF_NORTH = new FilterContext(ANNA, Set.of(NORTH), ZoneOffset.UTC);

    @Test
    void words_areTakenAsTheyAre() {
        verdictOf(rule("state", EQ, "LOST")).holdsFor(Parcel.state("LOST")).doesNotHoldFor(EMPTY);
        verdictOf(rule("state", NE, "LOST")).holdsFor(EMPTY).doesNotHoldFor(Parcel.state("LOST"));
        verdictOf(rule("state", IN, "LOST", "MOVING")).holdsFor(EMPTY).holdsFor(Parcel.state("LOST"));
        verdictOf(rule("state", NOT_IN, "LOST", "MOVING")).doesNotHoldFor(EMPTY);
    }

    @Test
    void negations_holdForWhatIsEmpty() {
        verdictOf(rule("courier", NE, BERT)).holdsFor(EMPTY);
        verdictOf(rule("courier", NOT_IN, ANNA, BERT)).holdsFor(EMPTY);
        verdictOf(rule("labels", NONE_OF, RED)).holdsFor(EMPTY);
        verdictOf(rule("addressee", NE, "x")).holdsFor(EMPTY).holdsFor(Parcel.to(""));
        verdictOf(rule("addressee", NOT_CONTAINS, "x")).holdsFor(EMPTY).holdsFor(Parcel.to(""));
        verdictOf(rule("weight", NE, "1")).holdsFor(EMPTY);
    }

    @Test
    void words_resolveForTheViewer() {
        verdictOf(rule("courier", EQ, "ME")).holdsFor(Parcel.of(ANNA)).doesNotHoldFor(Parcel.of(BERT));
        verdictOf(rule("courier", NE, "ME")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(ANNA));
        verdictOf(rule("courier", EQ, "NONE")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(ANNA));
        verdictOf(rule("courier", NE, "NONE")).holdsFor(Parcel.of(ANNA)).doesNotHoldFor(EMPTY);
        verdictOf(rule("courier", IN, "ME", "NONE")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(BERT));
        verdictOf(rule("courier", NOT_IN, "ME", "NONE"))
                .holdsFor(Parcel.of(BERT))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule("depot", EQ, "MY_TEAMS")).holdsFor(Parcel.in(NORTH)).doesNotHoldFor(Parcel.in(SOUTH));
        verdictOf(rule("depot", EQ, "MY_TEAMS")).doesNotHoldFor(EMPTY);
    }

    @Test
    void labels_areComparedAsASet() {
        verdictOf(rule("labels", ANY_OF, RED, BLUE)).holdsFor(Parcel.with(RED)).doesNotHoldFor(EMPTY);
        verdictOf(rule("labels", ALL_OF, RED, BLUE))
                .holdsFor(Parcel.with(RED, BLUE))
                .doesNotHoldFor(Parcel.with(RED));
        verdictOf(rule("labels", NONE_OF, RED)).holdsFor(Parcel.with(BLUE)).doesNotHoldFor(Parcel.with(RED, BLUE));
        verdictOf(rule("labels", IS_EMPTY)).holdsFor(EMPTY).doesNotHoldFor(Parcel.with(RED));
        verdictOf(rule("labels", IS_NOT_EMPTY)).holdsFor(Parcel.with(RED)).doesNotHoldFor(EMPTY);
    }

    @Test
    void text_ignoresUpperAndLowerCase() {
        verdictOf(rule("addressee", EQ, "ÅSA")).holdsFor(Parcel.to("åsa")).doesNotHoldFor(Parcel.to("asa"));
        verdictOf(rule("addressee", CONTAINS, "müll")).holdsFor(Parcel.to("Gabi MÜLLER"));
        verdictOf(rule("addressee", STARTS_WITH, "gabi")).holdsFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", STARTS_WITH, "müller")).doesNotHoldFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", ENDS_WITH, "MÜLLER")).holdsFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", ENDS_WITH, "gabi"))
                .doesNotHoldFor(Parcel.to("Gabi Müller"))
                .doesNotHoldFor(Parcel.to("i"))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule("addressee", CONTAINS, "%"))
                .holdsFor(Parcel.to("100% Wool"))
                .doesNotHoldFor(Parcel.to("Wool"));
        verdictOf(rule("addressee", IS_EMPTY)).holdsFor(EMPTY).holdsFor(Parcel.to(""));
    }

    @Test
    void numbers_compareByValue() {
        verdictOf(rule("weight", EQ, "2.0")).holdsFor(Parcel.weighing(2));
        verdictOf(rule("weight", IN, "2.0", "100")).holdsFor(Parcel.weighing(100));
        verdictOf(rule("weight", GT, "2")).holdsFor(Parcel.weighing(3)).doesNotHoldFor(Parcel.weighing(2));
        verdictOf(rule("weight", GTE, "2")).holdsFor(Parcel.weighing(2)).doesNotHoldFor(EMPTY);
        verdictOf(rule("weight", LT, "2")).holdsFor(Parcel.weighing(1)).doesNotHoldFor(Parcel.weighing(2));
        verdictOf(rule("weight", LTE, "2")).holdsFor(Parcel.weighing(2)).doesNotHoldFor(EMPTY);
        verdictOf(rule("weight", BETWEEN, "1", "3"))
                .holdsFor(Parcel.weighing(3))
                .doesNotHoldFor(Parcel.weighing(4));
    }

    @Test
    void times_moveWithTheClock() {
        verdictOf(rule("dueAt", WITHIN_LAST, "24h"))
                .holdsFor(Parcel.due("2026-01-30T12:00:00Z"))
                .doesNotHoldFor(Parcel.due("2026-01-30T11:59:59Z"))
                .doesNotHoldFor(Parcel.due("2026-01-31T12:00:01Z"));
        verdictOf(rule("dueAt", OLDER_THAN, "30m"))
                .holdsFor(Parcel.due("2026-01-31T11:29:59Z"))
                .doesNotHoldFor(Parcel.due("2026-01-31T11:30:00Z"))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule("dueAt", WITHIN_NEXT, "7d"))
                .holdsFor(Parcel.due("2026-02-07T12:00:00Z"))
                .doesNotHoldFor(Parcel.due("2026-01-31T11:59:59Z"));
        verdictOf(rule("dueAt", WITHIN_LAST, "2w")).holdsFor(Parcel.due("2026-01-17T12:00:00Z"));
    }

    @Test
    void aBareDay_isThatWholeDayInTheViewersZone() {
        // Given
        var berlin = new FilterContext(ANNA, Set.of(), ZoneId.of("Europe/Berlin"));
        var lastMoment = Parcel.due("2026-01-31T22:59:59.999999Z");
        var nextMoment = Parcel.due("2026-01-31T23:00:00Z");

        // Then
        verdictOf(rule(berlin, "dueAt", LTE, "2026-01-31")).holdsFor(lastMoment).doesNotHoldFor(nextMoment);
        verdictOf(rule(berlin, "dueAt", GT, "2026-01-31")).holdsFor(nextMoment).doesNotHoldFor(lastMoment);
        verdictOf(rule(berlin, "dueAt", GTE, "2026-02-01")).holdsFor(nextMoment).doesNotHoldFor(lastMoment);
        verdictOf(rule(berlin, "dueAt", BETWEEN, "2026-01-31", "2026-01-31"))
                .holdsFor(lastMoment)
                .doesNotHoldFor(nextMoment);
    }

    @Test
    void durations_mayBeWrittenAsIso8601() {
        for (var written : List.of("24h", "1d", "PT24H", "P1D", "PT1440M", "PT23H59M60S")) {
            verdictOf(rule("dueAt", WITHIN_LAST, written))
                    .holdsFor(Parcel.due("2026-01-30T12:00:00Z"))
                    .doesNotHoldFor(Parcel.due("2026-01-30T11:59:59Z"));
        }
        verdictOf(rule("dueAt", OLDER_THAN, "P2W"))
                .holdsFor(Parcel.due("2026-01-17T11:59:59Z"))
                .doesNotHoldFor(Parcel.due("2026-01-17T12:00:00Z"));
    }

    @Test
    void onADay_isAnyMomentOfItInTheViewersZone() {
        // Given
        var berlin = new FilterContext(ANNA, Set.of(), ZoneId.of("Europe/Berlin"));

        // Then
        verdictOf(rule(berlin, "dueAt", ON, "2026-01-31"))
                .holdsFor(Parcel.due("2026-01-30T23:00:00Z"))
                .holdsFor(Parcel.due("2026-01-31T22:59:59.999999Z"))
                .doesNotHoldFor(Parcel.due("2026-01-30T22:59:59.999999Z"))
                .doesNotHoldFor(Parcel.due("2026-01-31T23:00:00Z"))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule(berlin, "dueAt", ON, "2026-03-29"))
                .holdsFor(Parcel.due("2026-03-29T21:59:59Z"))
                .doesNotHoldFor(Parcel.due("2026-03-29T22:00:00Z"));
    }

    @Test
    void wordsForDays_moveOnAtTheViewersMidnight() {
        // Given
        var kiritimati = new FilterContext(ANNA, Set.of(), ZoneId.of("Pacific/Kiritimati"));
        var today = check(rule(kiritimati, "dueAt", ON, "TODAY"));
        var untilYesterday = check(rule(kiritimati, "dueAt", LTE, "YESTERDAY"));
        var fromTomorrow = check(rule(kiritimati, "dueAt", GTE, "TOMORROW"));
        var midnight = Instant.parse("2026-01-31T10:00:00Z");
        var before = midnight.minusMillis(1);
        var due = Parcel.due(midnight.minusSeconds(1).toString());

        // Then
        assertThat(today.holds(due, before)).isTrue();
        assertThat(today.holds(due, midnight)).isFalse();
        assertThat(untilYesterday.holds(due, before)).isFalse();
        assertThat(untilYesterday.holds(due, midnight)).isTrue();
        assertThat(fromTomorrow.holds(Parcel.due(midnight.toString()), before)).isTrue();
        assertThat(fromTomorrow.holds(Parcel.due(midnight.toString()), midnight))
                .isFalse();
        assertThat(today.borders()).isNotEmpty();
        assertThat(check(rule(kiritimati, "dueAt", ON, "2026-01-31")).borders()).isEmpty();
    }

    @Test
    void daysOfADate_areThoseOfTheViewerAndBeginNowhereElse() {
        // Given
        var kiritimati = new FilterContext(ANNA, Set.of(), ZoneId.of("Pacific/Kiritimati"));
        var honolulu = new FilterContext(ANNA, Set.of(), ZoneId.of("Pacific/Honolulu"));
        var january31 = Parcel.bornOn("2026-01-31");
        var noon = Instant.parse("2026-01-31T12:00:00Z");
        var nine = Instant.parse("2026-01-31T09:00:00Z");

        // Then
        verdictOf(rule(kiritimati, "birthday", ON, "2026-01-31")).holdsFor(january31);
        verdictOf(rule(honolulu, "birthday", ON, "2026-01-31")).holdsFor(january31);
        verdictOf(rule(honolulu, "birthday", GT, "2026-01-30")).holdsFor(january31);
        assertThat(check(rule(kiritimati, "birthday", ON, "YESTERDAY")).holds(january31, noon))
                .isTrue();
        assertThat(check(rule(honolulu, "birthday", ON, "TODAY")).holds(january31, noon))
                .isTrue();
        assertThat(check(rule(honolulu, "birthday", ON, "TOMORROW")).holds(january31, nine))
                .isTrue();
    }

    @Test
    void flags_areTrueOrFalse() {
        verdictOf(rule("fragile", EQ, "true")).holdsFor(Parcel.glass()).doesNotHoldFor(EMPTY);
        verdictOf(rule("fragile", NE, "true")).holdsFor(EMPTY).doesNotHoldFor(Parcel.glass());
    }

    @Test
    void groups_followLogic() {
        // Given
        var none = new Filter.Any(List.of());
        var all = new Filter.All(List.of());

        // Then
        verdictOf(all).holdsFor(EMPTY);
        verdictOf(none).doesNotHoldFor(EMPTY);
        verdictOf(new Filter.Any(List.of(none, all))).holdsFor(EMPTY);
        verdictOf(new Filter.All(List.of(none, all))).doesNotHoldFor(EMPTY);
    }

    @Test
    void values_neverBecomeText() {
        // Given
        var nasty = "'; drop table chat; --";
        var filter = new Filter.Any(List.of(
                rule("addressee", EQ, nasty),
                rule("addressee", CONTAINS, nasty),
                rule("addressee", IN, nasty, "other"),
                rule("addressee", STARTS_WITH, nasty),
                rule("addressee", ENDS_WITH, nasty)));
        var sql = new Sql();

        // When
        var text = Parcel.CATALOGUE.check(filter, ANNA_OF_NORTH).sql(sql, NOW);

        // Then
        assertThat(text).doesNotContain("drop");
        assertThat(sql.values().size()).isEqualTo(5);
    }

    private record Asked(Condition<Parcel> condition) {

        Asked holdsFor(Parcel parcel) {
            assertThat(condition.holds(parcel, NOW)).as("holds for %s", parcel).isTrue();
            return this;
        }

        Asked doesNotHoldFor(Parcel parcel) {
            assertThat(condition.holds(parcel, NOW)).as("holds for %s", parcel).isFalse();
            return this;
        }
    }

    private record PlacedFilter(FilterContext context, Filter filter) {}

    private static Asked verdictOf(PlacedFilter placed) {
        return new Asked(check(placed));
    }

    private static Condition<Parcel> check(PlacedFilter placed) {
        return Parcel.CATALOGUE.check(placed.filter(), placed.context());
    }

    private static Asked verdictOf(Filter filter) {
        return verdictOf(new PlacedFilter(ANNA_OF_NORTH, filter));
    }

    private static PlacedFilter rule(FilterContext context, String field, FilterOperator operator, String... values) {
        return new PlacedFilter(context, new Filter.Rule(field, operator, List.of(values)));
    }

    private static Filter rule(String field, FilterOperator operator, Object... values) {
        return new Filter.Rule(
                field, operator, List.of(values).stream().map(Object::toString).toList());
    }
}
