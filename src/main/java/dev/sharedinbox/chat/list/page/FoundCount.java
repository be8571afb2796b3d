package dev.sharedinbox.chat.list.page;

import io.vertx.mutiny.sqlclient.Row;

/// What a statement counted.
///
/// @param view the count
/// @param isCut whether it ended before it was complete or reached its limit
public record FoundCount(BoundedCountView view, boolean isCut) {

    /// What a statement counted.
    public static FoundCount of(Row row, int limit) {
        var found = row.getLong("found");
        var isCut = found <= limit && row.getBoolean("cut");
        return new FoundCount(new BoundedCountView((int) Math.min(found, limit), found <= limit && !isCut), isCut);
    }
}
