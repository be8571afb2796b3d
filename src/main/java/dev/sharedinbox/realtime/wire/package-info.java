/// The bare connection below every websocket, ours and those of GraphQL: how it is negotiated and compressed, whether
/// its client takes what is written, and what becomes of one that takes nothing. And all connections together: how many
/// each user has, and that they are looked after and sent away.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
