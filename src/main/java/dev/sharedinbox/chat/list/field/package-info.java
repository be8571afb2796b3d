/// What a filter may ask of a chat, in a table and in memory.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.list.field;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
