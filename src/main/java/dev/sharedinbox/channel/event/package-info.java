/// What the carrier tells about accounts, numbers and templates: events that administrators read, and that change how
/// numbers and accounts stand. They are written in the transaction of the webhook that told them, each once.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.channel.event;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
