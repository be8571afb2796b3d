/// The files of messages: fetched from the carrier by a job with its own narrow lane, kept in a blob store, served to
/// whoever may see the chat. It owns the ports to both sides, [MediaSource] and [BlobStore].
@NullMarked
@CheckReturnValue
package dev.sharedinbox.media;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
