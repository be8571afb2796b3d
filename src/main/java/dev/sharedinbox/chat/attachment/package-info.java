/// Fetching files of messages again that could not be fetched.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.chat.attachment;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
