package dev.sharedinbox.filter.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Where a range ends. A value, so that equal conditions are equal. PostgreSQL keeps microseconds, so both
/// sides compare microseconds.
public sealed interface Edge<V> {

    V at(Instant now);

    /// An end that stays where it is.
    record Fixed<V>(V value) implements Edge<V> {

        @Override
        public V at(Instant now) {
            return value;
        }
    }

    /// An end that moves as time goes on.
    sealed interface Moving extends Edge<Instant> {}

    /// An end that goes along with the clock.
    record FromNow(Duration distance) implements Moving {

        @Override
        public Instant at(Instant now) {
            return now.truncatedTo(ChronoUnit.MICROS).plus(distance);
        }
    }

    /// The beginning of a day that is counted from today: it stays all day and jumps at midnight.
    ///
    /// @param here where it is decided which day is today
    /// @param zone where that day begins
    /// @param days how many days from today
    record FromToday(ZoneId here, ZoneId zone, int days) implements Moving {

        @Override
        public Instant at(Instant now) {
            return now.atZone(here)
                    .toLocalDate()
                    .plusDays(days)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }
}
