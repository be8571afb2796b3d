/// The messages of a chat, in the order they were stored, page by page in either direction or around one of them.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.history;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
