/// The websocket `/ws/v1`: its frames, its connections and their subscriptions, limits and close codes. Step by step it
/// is described in `src/docs/live-protocol.md`, field by field in `asyncapi.yml`.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.socket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
