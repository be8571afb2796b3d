/// Pages of lists, by cursors.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.platform.page;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
