/// How files go out: signed links, ranges and safe headers, for those who may see the chat.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.media.serving;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
