/// A chat as a row of lists, as it is and as it was, and what clients are told of it.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.row;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
