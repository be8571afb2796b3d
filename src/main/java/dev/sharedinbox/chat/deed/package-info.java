/// What users do to a chat: assign, close, reopen, mark read or unread, tag. Every deed is one conditional
/// statement on the locked chat; one that changes nothing is no error and leaves no trace.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.deed;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
