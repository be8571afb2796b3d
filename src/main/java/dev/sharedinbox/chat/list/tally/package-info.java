/// How many chats lists have, and how many of them are unread: many lists at once, each up to a limit. [ChatTallies]
/// counts, [RecentTallies] remembers while nothing happens and lets rest what takes long.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.list.tally;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
