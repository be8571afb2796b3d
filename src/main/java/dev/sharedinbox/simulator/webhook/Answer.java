package dev.sharedinbox.simulator.webhook;

/// How the product answered one posted webhook.
public sealed interface Answer {

    /// With 200, the only answer that counts.
    record Accepted() implements Answer {}

    /// With another status.
    record Refused(int status) implements Answer {}

    /// Not at all, or not in time.
    record Missing(String reason) implements Answer {}
}
