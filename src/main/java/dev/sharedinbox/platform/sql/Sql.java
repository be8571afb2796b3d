package dev.sharedinbox.platform.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/// Collects the values of a statement while its text is put together, so that no value ever becomes text.
public final class Sql {

    private final Tuple values = Tuple.tuple();

    /// A statement whose first value, `$1`, is the workspace.
    public static Sql of(UUID workspaceId) {
        var sql = new Sql();
        sql.values.addUUID(workspaceId);
        return sql;
    }

    /// Keep a value and return the placeholder that stands for it, such as `$3`.
    public String bind(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    /// The values so far, in the order of their placeholders.
    public Tuple values() {
        return values;
    }
}
