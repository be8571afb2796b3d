/// Blocking customers at the carrier, and what is known of who is blocked.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.contacts.block;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
