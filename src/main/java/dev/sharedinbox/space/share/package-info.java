/// With whom a space is shared, and who therefore sees it.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.space.share;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
