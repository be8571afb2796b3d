/// What a message is and how it is read: with its files, statuses, reactions and what it replies to.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.message;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
