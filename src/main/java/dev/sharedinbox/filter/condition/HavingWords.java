package dev.sharedinbox.filter.condition;

import dev.sharedinbox.filter.condition.Having.Quantity;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/// Holds where a set of words has some words.
///
/// @param field the field's name
/// @param column where the words are, in SQL an array; null where there are none
/// @param quantity how many of the words it must have
/// @param words the words in question
public record HavingWords<T>(String field, Column<T, Set<String>> column, Quantity quantity, Set<String> words)
        implements Condition.Leaf<T> {

    @Override
    public String sql(Sql sql, Instant now) {
        var array = column.sql(sql, now);
        return switch (quantity) {
            case ANY -> array + " && " + SqlType.TEXT.bindAll(sql, words);
            case ALL -> array + " @> " + SqlType.TEXT.bindAll(sql, words);
            case NONE -> "not coalesce(" + array + " && " + SqlType.TEXT.bindAll(sql, words) + ", false)";
            case SOMETHING -> array + " is not null";
            case NOTHING -> array + " is null";
        };
    }

    @Override
    public boolean holds(T row, Instant now) {
        var having = column.value(row, now);
        return switch (quantity) {
            case ANY -> having != null && !Collections.disjoint(having, words);
            case ALL -> having != null && having.containsAll(words);
            case NONE -> having == null || Collections.disjoint(having, words);
            case SOMETHING -> having != null;
            case NOTHING -> having == null;
        };
    }
}
