package dev.sharedinbox.filter.condition;

/// A place at which time alone may change what a condition says of a row: when the value of a field lies at
/// an edge that moves.
///
/// @param field the field's name
/// @param edge where the value has to lie at that moment
public record Border(String field, Edge.Moving edge) {}
