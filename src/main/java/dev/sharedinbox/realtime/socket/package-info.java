/// The websocket `/ws/v1`: its frames, its connections and their subscriptions, limits and close codes. It is described
/// step by step in `src/docs/live-protocol.md`, field by field in `asyncapi.yml`.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.socket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
