/// Finding messages by what they say: keeping the words of all messages, and searching them.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.search;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
