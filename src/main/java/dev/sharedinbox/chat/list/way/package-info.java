/// The ways along which a list is read: which index leads, which few chats or customers hold all of it, and what is
/// compared on the way. [Wanted] says what is looked for, [Ways] how.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.list.way;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
