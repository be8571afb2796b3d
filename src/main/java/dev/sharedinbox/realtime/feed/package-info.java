/// What it is to listen: a [Listener] follows a [Topic] with a [Follower], which gives [LiveItem]s in order, from a
/// cursor to the log's head and then along with it. Here is also the simplest way to follow: the log itself, as far as
/// the viewer may see it. Lists and counts have followers of their own, in `list` and `count`.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.realtime.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
