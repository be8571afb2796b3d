package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/// How values of a kind are bound to a statement.
public final class SqlType<V> {

    /// An id.
    public static final SqlType<UUID> ID = new SqlType<>("uuid", value -> value, UUID[]::new);
    /// A text.
    public static final SqlType<String> TEXT = new SqlType<>("text", value -> value, String[]::new);
    /// A yes or no.
    public static final SqlType<Boolean> BOOLEAN = new SqlType<>("boolean", value -> value, Boolean[]::new);
    /// A number of any size.
    public static final SqlType<BigDecimal> NUMBER = new SqlType<>("numeric", value -> value, BigDecimal[]::new);
    /// A moment.
    public static final SqlType<Instant> TIMESTAMP =
            new SqlType<>("timestamptz", time -> time.atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);

    private final String name;
    private final Function<V, Object> encode;
    private final IntFunction<Object[]> array;

    private SqlType(String name, Function<V, Object> encode, IntFunction<Object[]> array) {
        this.name = name;
        this.encode = encode;
        this.array = array;
    }

    String bind(Sql sql, V value) {
        return sql.bind(encode.apply(value)) + "::" + name;
    }

    String bindAll(Sql sql, Collection<V> values) {
        return sql.bind(values.stream().map(encode).sorted().toArray(array)) + "::" + name + "[]";
    }
}
