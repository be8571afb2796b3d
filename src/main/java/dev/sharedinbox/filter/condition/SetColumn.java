package dev.sharedinbox.filter.condition;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Where a set of ids is found: in a table beside the main one and in a row in memory.
///
/// @param members the rows of the set, to go after `from`: a table and a `where` that ties it to the main one
/// @param element the id in such a row; unique within one set
/// @param ids the ids in a row in memory
public record SetColumn<T>(String members, String element, Function<T, Set<UUID>> ids) {}
