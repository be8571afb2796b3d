/// What is done to chats in the background, a short batch at a time.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.upkeep;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
