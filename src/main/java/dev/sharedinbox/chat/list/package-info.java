/// The chat list: which chats a filter and a viewer's access leave, newest activity first, page by page, and how many.
/// The same filters answer for a chat in memory, so that an open list can follow what happens.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.list;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
