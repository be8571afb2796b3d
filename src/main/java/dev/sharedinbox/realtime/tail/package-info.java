/// The change log as listeners read it: each change is read and rendered once per node, by the [Tail] of its
/// workspace, and kept for a while in a [Ring]. The log is the truth, the ring a cache, and wake-ups are hints: losing
/// any of them costs time, never an event.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.tail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
