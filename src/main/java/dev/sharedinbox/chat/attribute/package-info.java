/// What chats can have beside what every chat has: the definitions of attributes, and setting their values.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.attribute;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
