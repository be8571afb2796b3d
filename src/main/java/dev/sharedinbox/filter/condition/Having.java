package dev.sharedinbox.filter.condition;

import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/// Holds where a set of ids has some ids.
///
/// @param field the field's name
/// @param column where the set is
/// @param quantity how many of the ids it must have
/// @param ids the ids in question
public record Having<T>(String field, SetColumn<T> column, Quantity quantity, Set<UUID> ids)
        implements Condition.Leaf<T> {

    /// How much of something a set must have.
    public enum Quantity {
        /// At least one of the ids.
        ANY,
        /// Each of the ids.
        ALL,
        /// None of the ids.
        NONE,
        /// Any id at all.
        SOMETHING,
        /// No id at all.
        NOTHING
    }

    @Override
    public String sql(Sql sql, Instant now) {
        return switch (quantity) {
            case ANY -> "exists (" + members("1") + among(sql) + FENCE + ")";
            case ALL -> "(" + members("count(*)") + among(sql) + ") = " + ids.size();
            case NONE -> "not exists (" + members("1") + among(sql) + FENCE + ")";
            case SOMETHING -> "exists (" + members("1") + FENCE + ")";
            case NOTHING -> "not exists (" + members("1") + FENCE + ")";
        };
    }

    @Override
    public boolean holds(T row, Instant now) {
        var having = column.ids().apply(row);
        return switch (quantity) {
            case ANY -> !Collections.disjoint(having, ids);
            case ALL -> having.containsAll(ids);
            case NONE -> Collections.disjoint(having, ids);
            case SOMETHING -> !having.isEmpty();
            case NOTHING -> having.isEmpty();
        };
    }

    /// Keeps the planner from turning the check of a row into a join that would drive the whole statement.
    private static final String FENCE = " offset 0";

    private String members(String what) {
        return "select " + what + " from " + column.members();
    }

    private String among(Sql sql) {
        return " and " + column.element() + " = any(" + SqlType.ID.bindAll(sql, ids) + ")";
    }
}
