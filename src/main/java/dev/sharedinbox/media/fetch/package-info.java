/// How files come in: the job that fetches them from a [MediaSource], checks what came and makes thumbnails.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.media.fetch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
