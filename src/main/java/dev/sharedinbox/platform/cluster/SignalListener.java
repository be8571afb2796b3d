package dev.sharedinbox.platform.cluster;

/// Hears what other nodes say about a workspace. Both methods must return at once; they are called on an event
/// loop.
public interface SignalListener {

    /// Another node said this.
    void hear(String body);

    /// This node hears the others from now on, for the first time or again: whatever was said before is lost.
    void joined();
}
