/// How business numbers and the accounts behind them stand with the carrier, as it told last. What is told late never
/// overwrites what is newer; nothing here decides whether messages are taken in or sent.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.channel.status;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
