package dev.sharedinbox.platform.cluster;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiConsumer;

/// What carries signals: channels that every node can speak and listen on. It keeps nothing for who is not
/// there.
interface NodeLink {

    /// How operators call it.
    String name();

    /// Speak on channels. A failure means that some or all of it was lost.
    Uni<Void> send(List<Parcel> parcels);

    /// Begin to listen, at first on no channel.
    ///
    /// @param heard called with channel and payload, on an event loop
    /// @param lost called once when the connection ends by itself
    Uni<Ear> open(BiConsumer<String, String> heard, Runnable lost);

    /// A payload for a channel.
    ///
    /// @param channel letters, digits and underscores, at most 60
    record Parcel(String channel, String payload) {}

    /// A connection that listens.
    interface Ear {

        /// Completes when everything that is said on the channel from now on will be heard.
        Uni<Void> listen(String channel);

        Uni<Void> unlisten(String channel);

        /// Let go of the connection, which may be dead; never fails.
        Uni<Void> close();
    }
}
