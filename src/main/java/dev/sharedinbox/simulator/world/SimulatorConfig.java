package dev.sharedinbox.simulator.world;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The settings of the simulated Meta.
@ConfigMapping(prefix = "inbox.simulator")
public interface SimulatorConfig {

    /// The bearer token that Graph calls must carry.
    @WithDefault("demo-access-token")
    String accessToken();

    /// The secret that signs webhooks.
    @WithDefault("${inbox.dev.app-secret:demo-app-secret}")
    String appSecret();

    /// Where webhooks go. Without it: to the plugin `demo` of this very server, at the port it listens on.
    Optional<URI> webhookUrl();

    Statuses statuses();

    Deliveries deliveries();

    Limits limits();

    /// Whether free-form messages reach a customer of whom the simulator has not heard. Meta says no. Where chats are
    /// seeded or outlive the process, yes is the better answer: the simulator's memory ends with the process.
    @WithDefault("CLOSED")
    StrangersWindow windowOfStrangers();

    /// How long a call hangs, and how long a slow one takes.
    @WithDefault("60S")
    Duration hang();

    @WithDefault("5S")
    Duration slow();

    /// How many customers, windows and calls are remembered of each kind.
    @WithDefault("10000")
    int memory();

    /// How much media is kept, in bytes.
    @WithDefault("268435456")
    long mediaMemory();

    /// Whether a few customers write by themselves, and how often one of them does.
    @WithDefault("false")
    boolean lively();

    @WithDefault("20S")
    Duration livelyEvery();

    /// What the window of an unknown customer is taken for.
    enum StrangersWindow {
        OPEN,
        CLOSED
    }

    /// When the statuses of an accepted message follow, each counted from the acceptance.
    interface Statuses {

        @WithDefault("0.3S")
        Duration sent();

        @WithDefault("0.7S")
        Duration delivered();

        @WithDefault("1.5S")
        Duration read();
    }

    /// How webhooks are delivered.
    interface Deliveries {

        @WithDefault("20")
        int tries();

        /// The delay before the second try; it doubles up to `longest-delay`.
        @WithDefault("0.2S")
        Duration firstDelay();

        @WithDefault("30S")
        Duration longestDelay();

        /// How long one post may take.
        @WithDefault("10S")
        Duration timeout();

        /// How long a caller who makes a customer write waits for the delivery.
        @WithDefault("8S")
        Duration patience();

        /// How many bodies may wait for their delivery; more are lost, and that is logged.
        @WithDefault("10000")
        int waiting();

        @WithDefault("32")
        int parallel();
    }

    /// Meta's limits.
    interface Limits {

        /// Messages per second and business number.
        @WithDefault("80")
        int throughput();

        /// Messages to one customer that may come at once, and the time after which one more may come.
        @WithDefault("45")
        int pairBurst();

        @WithDefault("6S")
        Duration pairInterval();
    }
}
