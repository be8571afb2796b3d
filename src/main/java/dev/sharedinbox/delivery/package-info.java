/// Hands outgoing messages to a carrier: the queue, attempts, retry, rate and what to believe after a crash. It
/// knows ids and attempts, never content; the carrier fetches that itself.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
