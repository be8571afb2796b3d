package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Edge;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the days of a field are counted, and how rules write them.
///
/// @param here where it is decided which day is today
/// @param zone where days begin
record Days(ZoneId here, ZoneId zone) {

    /// What a rule has to write.
    static final String EXPECTED = "a day such as 2026-01-31, or TODAY, YESTERDAY or TOMORROW";

    /// The words that stand for days, as people see them.
    static final List<Field.Option> WORDS = Arrays.stream(Word.values())
            .map(word -> new Field.Option(word.name(), word.label))
            .toList();

    /// A word for a day, which is another one tomorrow.
    private enum Word {
        TODAY("Today", 0),
        YESTERDAY("Yesterday", -1),
        TOMORROW("Tomorrow", 1);

        private final String label;
        private final int daysFromToday;

        Word(String label, int daysFromToday) {
            this.label = label;
            this.daysFromToday = daysFromToday;
        }
    }

    /// Read a day or a word for one; empty when it is neither.
    Optional<TimeValue.Day> read(String value) {
        return Arrays.stream(Word.values())
                .filter(word -> word.name().equals(value))
                .findFirst()
                .map(word -> new TimeValue.Day(fromToday(word.daysFromToday), fromToday(word.daysFromToday + 1)))
                .or(() -> date(value).map(date -> new TimeValue.Day(begin(date), begin(date.plusDays(1)))));
    }

    private Edge<Instant> fromToday(int days) {
        return new Edge.FromToday(here, zone, days);
    }

    private Edge<Instant> begin(LocalDate date) {
        return new Edge.Fixed<>(date.atStartOfDay(zone).toInstant());
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(date -> TimeValue.isKnown(date.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
