/// Where messages come in and go out: plugins (connected WhatsApp Business Accounts), their business numbers, and the
/// chat inboxes that their chats arrive in.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.channel;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
