/// Foundations without any domain: the clock, ids, sealed texts, secrets, loops, and in rooms of their own failures,
/// pages, SQL, GraphQL and signals between nodes. Every room may use it; it uses none of ours.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
