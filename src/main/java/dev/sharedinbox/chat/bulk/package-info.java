/// One deed on many chats: a job of rows, done one short transaction a chat, that goes on on any node after a crash.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.bulk;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
