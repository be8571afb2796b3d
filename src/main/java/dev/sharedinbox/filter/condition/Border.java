package dev.sharedinbox.filter.condition;

import java.time.Duration;

/// A moment at which time alone may change what a condition says of a row: when the value of a field lies just this far
/// from now.
///
/// @param field the field's name
/// @param distance the value minus now; negative for values in the past
public record Border(String field, Duration distance) {}
