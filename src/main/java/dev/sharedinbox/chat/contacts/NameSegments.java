package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The segments in which customers stand who are looked for by parts of their names: those whose names begin with the
/// first part, then those whose names begin with the next, in the end all others. People mean the former, and the index
/// of names leads to them at once, however short the part is.
final class NameSegments {

    /// So many parts have a segment; further ones hardly ever begin a name.
    private static final int MOST = 3;

    /// What holds for a customer named `contact` of each segment but the last.
    private final List<String> beginnings;

    NameSegments(Stream<String> parts, Sql sql) {
        beginnings = parts.distinct()
                .limit(MOST)
                .map(part -> "contact.search_name like " + sql.bind(Texts.inPattern(part) + "%") + "::text")
                .toList();
    }

    /// From one on, in order.
    List<Integer> from(int first) {
        return IntStream.rangeClosed(first, beginnings.size()).boxed().toList();
    }

    /// Which one a customer is in, as SQL.
    String number() {
        return IntStream.range(0, beginnings.size())
                .mapToObj(segment -> "when " + beginnings.get(segment) + " then " + segment + " ")
                .collect(Collectors.joining("", "case when false then 0 ", "else " + beginnings.size() + " end"));
    }

    /// What holds for all in one, for the index of names; some in it are in an earlier one.
    String range(int segment) {
        return segment < beginnings.size() ? beginnings.get(segment) : "true";
    }

    /// Whether a customer is in none before.
    String notBefore(int segment) {
        return beginnings.stream()
                .limit(segment)
                .map(earlier -> "not " + earlier)
                .reduce("true", (one, other) -> one + " and " + other);
    }
}
