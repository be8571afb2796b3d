package dev.sharedinbox.simulator.webhook;

import java.time.Instant;

/// What Meta charges for a message, told with the statuses sent and delivered.
///
/// @param category `service`, `utility`, `marketing` or `authentication`
public record Pricing(boolean billable, String type, String category) {

    /// From here on free-form replies and utility templates inside the session window are charged as well.
    private static final Instant CHARGED_INSIDE_WINDOW = Instant.parse("2026-10-01T00:00:00Z");

    public static Pricing of(String category, boolean insideWindow, Instant at) {
        var freeKind = category.equals("service") || category.equals("utility");
        var free = insideWindow && freeKind && at.isBefore(CHARGED_INSIDE_WINDOW);
        return new Pricing(!free, free ? "free_customer_service" : "regular", category);
    }
}
