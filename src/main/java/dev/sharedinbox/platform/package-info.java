/// Foundations without any domain: the clock, ids, JSON, problem details, error codes, signed cursors and the
/// tenant context. Every room may use it; it uses none of ours.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
