package dev.sharedinbox.filter;

import static dev.sharedinbox.filter.FilterOperator.*;
import static dev.sharedinbox.filter.Parcel.ANNA;
import static dev.sharedinbox.filter.Parcel.EMPTY;
import static dev.sharedinbox.filter.Verdict.check;
import static dev.sharedinbox.filter.Verdict.rule;
import static dev.sharedinbox.filter.Verdict.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rules about moments and days, which go with the clock and with where the viewer is.
class TimeConditionTest {

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
}
