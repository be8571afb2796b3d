/// How many chats, and unread chats, spaces hold for a viewer: many spaces in one statement, each up to a limit.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.space.count;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
