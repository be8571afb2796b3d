package dev.sharedinbox.whatsapp.webhook.lane;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How webhooks are taken in.
@ConfigMapping(prefix = "inbox.intake")
public interface IntakeConfig {

    /// Bodies waiting for the database at most; beyond that new ones are answered 503 and Meta sends them again.
    /// Imports of old chats are counted apart and have half of it, and so with the bytes.
    @WithDefault("5000")
    int maxWaiting();

    /// Bytes of bodies that wait or are being written, at most.
    @WithDefault("64M")
    MemorySize maxWaitingBytes();

    /// Bytes of bodies that are on their way in or being read, at most; those above 64 KB have as much again. Until all
    /// of a body is here nobody knows whether it is signed, so this bounds what strangers can make us hold.
    @WithDefault("32M")
    MemorySize maxArriving();

    /// How long a sender may take to send a body before the connection is closed.
    @WithDefault("15s")
    Duration arrivalTimeout();

    /// Items written in one transaction at most. More items share a commit, but an answer waits for all of them.
    @WithDefault("200")
    int batchItems();

    /// Bytes of bodies written in one transaction; a body that is larger goes alone.
    @WithDefault("8M")
    MemorySize batchBytes();

    /// Transactions of one workspace at the same time: while one commits and one is read by us, another one keeps the
    /// database at work. Imports of old chats have one of their own beside these.
    @WithDefault("3")
    int writers();

    /// How long the first in line may have waited before new bodies are answered 503. Bounds how long those that are
    /// taken wait, when more arrives than can be written.
    @WithDefault("5s")
    Duration maxWait();

    /// How long an answer may take before it becomes a 503.
    @WithDefault("20s")
    Duration timeout();

    /// The largest body; Meta promises at most 3 MB.
    @WithDefault("3584K")
    MemorySize maxBody();

    /// How long a body is kept that was understood in full.
    @WithDefault("30d")
    Duration retention();

    /// How long a body is kept of which something stands in the ledger, so that it can be replayed.
    @WithDefault("180d")
    Duration retentionUnread();

    /// How many bodies one transaction removes.
    @WithDefault("500")
    int retentionBatch();
}
