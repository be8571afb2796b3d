/// The core: chats and their messages, assignment, session window, tags and read state, the chat list, and what a user
/// does to a chat.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
