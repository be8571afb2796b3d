/// The end of session windows: tells everybody who looks at a chat when its window is about to close and when it has.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
