/// Filters as one line of text, to fit in a link.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.filter.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
