/// Live chat lists. Everybody on a node who looks at the same [LiveList] shares a [ListGroup], which decides
/// once, in memory, what a change means for it, with the condition that also makes the list's SQL. The
/// workspace's [ListBoard] pulls each change once and asks the groups that it may concern. A [ListFollower]
/// replays until it knows all that, and then goes along with the group.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.list;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
