/// How the product fails: with a stable code, the same over GraphQL, REST and the socket, and with what was wrong and
/// where. Anything else is a defect of ours, logged under the request's id.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.platform.failure;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
