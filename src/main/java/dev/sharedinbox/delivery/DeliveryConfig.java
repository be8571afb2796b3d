package dev.sharedinbox.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How outgoing messages are handed over.
@ConfigMapping(prefix = "inbox.delivery")
interface DeliveryConfig {

    /// Whether this node sends. Others still do when it does not.
    @WithDefault("true")
    boolean enabled();

    /// How often a node looks for due messages by itself, in case a hint was lost.
    @WithDefault("1s")
    Duration poll();

    /// How often a node looks for deliveries that nobody works on any more.
    @WithDefault("5s")
    Duration cleanup();

    /// Calls per second from one business number, on each node: with several nodes divide what WhatsApp allows.
    @WithDefault("80")
    int callsPerSecond();

    /// Calls that one node has open at the same time.
    @WithDefault("64")
    int callsInFlight();

    /// When an unanswered call counts as unknown.
    @WithDefault("30s")
    Duration callTimeout();

    /// When a call that was begun and not settled counts as lost with its node. Longer than any call can take.
    @WithDefault("2m")
    Duration lease();

    /// How long to wait for a status before an agent is told that nobody knows.
    @WithDefault("10m")
    Duration unknownDeadline();

    Retry retry();

    /// When to try again and when to stop.
    interface Retry {

        /// Calls per message, until a person asks for more.
        @WithDefault("5")
        int attempts();

        /// The pause after the first attempt; it triples with each further one.
        @WithDefault("2s")
        Duration firstPause();

        /// No pause is longer.
        @WithDefault("1m")
        Duration longestPause();

        /// A message that could not be handed over within this time fails, so that its agent learns of it.
        @WithDefault("10m")
        Duration giveUpAfter();
    }
}
