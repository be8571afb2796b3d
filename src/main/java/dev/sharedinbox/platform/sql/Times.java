package dev.sharedinbox.platform.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The times in a row, which the driver gives with an offset that nobody needs.
public final class Times {

    private Times() {}

    /// The time in a column that is never null.
    public static Instant of(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }

    /// The time in a column; null when there is none.
    public static @Nullable Instant orNull(Row row, String column) {
        OffsetDateTime time = row.get(OffsetDateTime.class, column);
        return time == null ? null : time.toInstant();
    }
}
