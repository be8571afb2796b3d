/// The filter language: rules joined by all and any, checked against a catalogue of fields and compiled to SQL. It
/// knows no domain; the catalogue says what a field is.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.filter;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
