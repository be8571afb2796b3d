/// Events as every live client gets them: one JSON of a change for websocket and REST, with what the change names.
/// Who may see it is decided elsewhere.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
