/// The customers as their chats show them: who may see a chat of a customer may see the customer. Finding them
/// by name or number, what users note about them, all their chats on one timeline, and blocking them.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.contacts;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
