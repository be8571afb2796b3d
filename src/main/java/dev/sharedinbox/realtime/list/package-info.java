/// What a change means for a list of chats: whether a chat enters it, is updated in it or leaves it. It decides from
/// what the chat was and is, in memory, with the condition that also makes the list's SQL.
///
/// Everybody who looks at the same list, a [LiveList], shares one decision about each change. What to send whom, and
/// when, is the business of `realtime`.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.list;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
