package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;

/// Holds where a text has a part, or where it does not.
///
/// @param field the field's name
/// @param column where the text is
/// @param place where in the text the part must be
/// @param part the part
public record Containing<T>(String field, Column<T, String> column, Place place, String part)
        implements Condition.Leaf<T> {

    /// Where in a text a part must be.
    public enum Place {
        START,
        END,
        ANYWHERE,
        NOWHERE
    }

    @Override
    public String sql(Sql sql, Instant now) {
        var text = column.sql(sql, now);
        var bound = SqlType.TEXT.bind(sql, part);
        return switch (place) {
            case START -> "starts_with(" + text + ", " + bound + ")";
            case END -> "right(" + text + ", length(" + bound + ")) = " + bound;
            case ANYWHERE -> "strpos(" + text + ", " + bound + ") > 0";
            case NOWHERE -> "coalesce(strpos(" + text + ", " + bound + "), 0) = 0";
        };
    }

    @Override
    public boolean holds(T row, Instant now) {
        var text = column.value(row, now);
        return switch (place) {
            case START -> text != null && text.startsWith(part);
            case END -> text != null && text.endsWith(part);
            case ANYWHERE -> text != null && text.contains(part);
            case NOWHERE -> text == null || !text.contains(part);
        };
    }
}
