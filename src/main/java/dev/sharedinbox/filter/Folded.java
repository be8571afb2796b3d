package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Border;
import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text without the difference between upper and lower case; empty text counts as none. PostgreSQL's own Unicode
/// collation maps one character at a time, whatever the locale of the database; so does [#fold]. A value, so that equal
/// conditions are equal.
record Folded<T>(Column<T, String> text) implements Column<T, String> {

    @Override
    public String sql(Sql sql, Instant now) {
        return "nullif(lower(" + text.sql(sql, now) + " collate \"pg_c_utf8\"), '')";
    }

    @Override
    public @Nullable String value(T row, Instant now) {
        var value = text.value(row, now);
        return value == null || value.isEmpty() ? null : fold(value);
    }

    @Override
    public Set<Border> borders() {
        return text.borders();
    }

    static String fold(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
