package dev.sharedinbox.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// A moment, or a day from its first to its last microsecond.
///
/// @param first its first moment
/// @param last its last moment
record TimeValue(Instant first, Instant last) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([mhdw])");
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LAST_YEAR = 9999;

    static Optional<TimeValue> parse(String value, ZoneId zone) {
        try {
            return Optional.of(value.length() == 10 ? day(LocalDate.parse(value), zone) : moment(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Duration> duration(String value) {
        var matcher = DURATION.matcher(value);
        return matcher.matches()
                ? Optional.of(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                        .filter(duration -> duration.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private static TimeValue moment(String value) {
        var time = OffsetDateTime.parse(value);
        checkYear(time.getYear());
        var moment = time.toInstant().truncatedTo(ChronoUnit.MICROS);
        return new TimeValue(moment, moment);
    }

    private static TimeValue day(LocalDate day, ZoneId zone) {
        checkYear(day.getYear());
        return new TimeValue(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS));
    }

    /// PostgreSQL's calendar ends much earlier than Java's.
    private static void checkYear(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("Not a year we know");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
