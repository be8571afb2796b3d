/// Who works here: users, teams and roles, and what people tell of themselves.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.team;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
