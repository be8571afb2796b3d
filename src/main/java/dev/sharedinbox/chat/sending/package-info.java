/// Sending a message and sending it again: the checks before anything reaches WhatsApp, the row that waits for
/// its delivery, what becomes of it when the delivery ends, and what the carrier is told of its content.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.sending;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
