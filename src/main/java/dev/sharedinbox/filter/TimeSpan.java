package dev.sharedinbox.filter;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How long a rule says: `24h`, or `PT24H` as ISO 8601 writes it. A day has 24 hours, whatever a clock change does to
/// it.
final class TimeSpan {

    /// What a rule has to write.
    static final String EXPECTED = "a whole number and m, h, d or w, such as 30m, 24h, 7d or 2w,"
            + " or an ISO 8601 duration of at most 3660 days such as PT30M, PT24H, P7D or P2W";

    private static final Pattern SHORT =
            Pattern.compile("(?:(?<w>\\d{1,6})w)|(?:(?<d>\\d{1,6})d)|(?:(?<h>\\d{1,6})h)|(?:(?<m>\\d{1,6})m)");
    /// Months and years have no length of their own.
    private static final Pattern ISO = Pattern.compile("P(?=.)(?:(?<w>\\d{1,6})W)?(?:(?<d>\\d{1,6})D)?"
            + "(?:T(?=.)(?:(?<h>\\d{1,6})H)?(?:(?<m>\\d{1,6})M)?(?:(?<s>\\d{1,9})S)?)?");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private TimeSpan() {}

    static Optional<Duration> parse(String value) {
        return match(SHORT, value)
                .or(() -> match(ISO, value))
                .map(TimeSpan::sum)
                .filter(span -> span.compareTo(LONGEST) <= 0);
    }

    private static Optional<MatchResult> match(Pattern form, String value) {
        var matcher = form.matcher(value);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Duration sum(MatchResult parts) {
        return Duration.ofDays(7 * number(parts, "w") + number(parts, "d"))
                .plusHours(number(parts, "h"))
                .plusMinutes(number(parts, "m"))
                .plusSeconds(number(parts, "s"));
    }

    private static long number(MatchResult parts, String name) {
        var written = parts.namedGroups().containsKey(name) ? parts.group(name) : null;
        return written == null ? 0 : Long.parseLong(written);
    }
}
