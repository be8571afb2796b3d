package dev.sharedinbox.realtime.wire;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/// A client's open websocket, of whatever kind. Its methods are called on its context.
public interface Connection {

    /// Where it lives.
    Context context();

    /// End it when it is time to, else keep it alive. Called every now and then.
    Uni<Void> check();

    /// Tell the client that this node stops, and end it.
    Uni<Void> sendAway();
}
