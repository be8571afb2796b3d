/// What somebody may see and do: permissions, and the access scope that decides which chats a viewer may see.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.team.access;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
