/// Pages and counts of chats at a bounded cost: the statements, how far each of them goes, and what it met.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.list.page;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
