package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Edge;
import dev.sharedinbox.filter.condition.Range.Bound;
import dev.sharedinbox.filter.condition.Range.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A time as a rule writes it, and where that puts the ends of a range.
sealed interface TimeValue {

    /// What a rule has to write.
    String EXPECTED = "a time such as 2026-01-31T09:30:00Z, " + Days.EXPECTED;

    /// Read a moment, a day or a word for a day; empty when it is none.
    static Optional<TimeValue> parse(String value, Days days) {
        return days.read(value).<TimeValue>map(day -> day).or(() -> moment(value));
    }

    /// At or after it.
    Bound<Instant> from();

    /// After it, when it is over.
    Bound<Instant> after();

    /// Before it begins.
    Bound<Instant> before();

    /// At or before it, to its very end.
    Bound<Instant> upTo();

    /// A point in time, to the microsecond.
    record Moment(Instant time) implements TimeValue {

        @Override
        public Bound<Instant> from() {
            return bound(Side.FROM);
        }

        @Override
        public Bound<Instant> after() {
            return bound(Side.ABOVE);
        }

        @Override
        public Bound<Instant> before() {
            return bound(Side.BELOW);
        }

        @Override
        public Bound<Instant> upTo() {
            return bound(Side.UP_TO);
        }

        private Bound<Instant> bound(Side side) {
            return new Bound<>(side, new Edge.Fixed<>(time));
        }
    }

    /// A whole day.
    ///
    /// @param begin its first moment
    /// @param next the first moment of the day after
    record Day(Edge<Instant> begin, Edge<Instant> next) implements TimeValue {

        @Override
        public Bound<Instant> from() {
            return new Bound<>(Side.FROM, begin);
        }

        @Override
        public Bound<Instant> after() {
            return new Bound<>(Side.FROM, next);
        }

        @Override
        public Bound<Instant> before() {
            return new Bound<>(Side.BELOW, begin);
        }

        @Override
        public Bound<Instant> upTo() {
            return new Bound<>(Side.BELOW, next);
        }
    }

    /// PostgreSQL's calendar ends much earlier than Java's.
    static boolean isKnown(int year) {
        return year >= 1 && year <= 9999;
    }

    private static Optional<TimeValue> moment(String value) {
        try {
            var time = OffsetDateTime.parse(value);
            return isKnown(time.getYear())
                    ? Optional.of(new Moment(time.toInstant().truncatedTo(ChronoUnit.MICROS)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
