/// Pages and counts of chats at a bounded cost: which index leads the way, how far a walk goes, and what it met.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.list.page;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
