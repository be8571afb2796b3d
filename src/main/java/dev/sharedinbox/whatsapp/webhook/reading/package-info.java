/// Reads a body item by item into the words of the house. One that cannot be read never stops its neighbours.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp.webhook.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
