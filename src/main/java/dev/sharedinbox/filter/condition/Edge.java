package dev.sharedinbox.filter.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Where a range ends. A value, so that equal conditions are equal.
public sealed interface Edge<V> {

    V at(Instant now);

    /// An end that stays where it is.
    record Fixed<V>(V value) implements Edge<V> {

        @Override
        public V at(Instant now) {
            return value;
        }
    }

    /// An end that moves with time. PostgreSQL keeps microseconds, so both sides compare microseconds.
    record FromNow(Duration distance) implements Edge<Instant> {

        @Override
        public Instant at(Instant now) {
            return now.truncatedTo(ChronoUnit.MICROS).plus(distance);
        }
    }
}
