/// Shared Inbox.
@NullMarked
@CheckReturnValue
package dev.sharedinbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
