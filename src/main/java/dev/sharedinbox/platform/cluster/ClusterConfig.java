package dev.sharedinbox.platform.cluster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How the nodes of an installation signal each other.
@ConfigMapping(prefix = "inbox.cluster")
interface ClusterConfig {

    /// Whether to signal at all. A single node has nobody to signal to; behind a pooler that shares connections
    /// between statements PostgreSQL notifications do not work. Without signals other nodes' changes arrive by
    /// `inbox.live.poll`, and nobody sees who is typing on another node.
    @WithDefault("true")
    boolean enabled();

    /// The Redis that carries signals, such as `redis://redis:6379`; several hosts are separated by commas.
    /// Everything else about it (password, TLS, Sentinel, cluster) is set by `quarkus.redis.*`. Left out:
    /// PostgreSQL carries them.
    Optional<String> redis();

    /// How long signals gather before they are sent together, so that a busy workspace costs a hundred a
    /// second at most.
    @WithDefault("10ms")
    Duration gather();

    /// How many signals may wait while what carries them is slow; more are lost.
    @WithDefault("10000")
    int mostWaiting();

    /// How long sending or beginning to listen may take before it has failed.
    @WithDefault("5s")
    Duration patience();

    /// How often a node signals itself, to notice a connection that died in silence. Three missed ones are one
    /// too many.
    @WithDefault("10s")
    Duration heartbeat();

    Reconnect reconnect();

    /// How long to wait before listening again after the connection was lost.
    interface Reconnect {

        @WithDefault("250ms")
        Duration first();

        /// Each failure doubles the wait, up to this.
        @WithDefault("10s")
        Duration longest();
    }
}
