/// The tags of a workspace: what there is to put on chats. Putting them there is a deed, see
/// [dev.sharedinbox.chat.deed].
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.tag;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
