/// The door of GraphQL beyond what the extension does: its limits, its errors, and plain answers written fast.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.platform.graphql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
