/// Chats that lists have read lately, kept in memory for as long as the change log tells of nothing that would make
/// them look otherwise.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.list.known;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
