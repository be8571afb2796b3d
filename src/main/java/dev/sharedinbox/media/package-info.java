/// The files of messages: fetched from the carrier by a job with its own narrow lane (`fetch`), kept in a blob store
/// (`store`), served to whoever may see the chat (`serving`). Here is what these three share.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.media;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
