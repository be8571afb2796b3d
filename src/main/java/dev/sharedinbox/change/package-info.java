/// The change log: what was committed in a workspace, in order. Writers append as the last statement of their
/// transaction, readers follow with a cursor, and wake-ups only hint that there is something new to read.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
