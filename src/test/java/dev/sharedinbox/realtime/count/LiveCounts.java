package dev.sharedinbox.realtime.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.LiveSession;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// What clients who follow counts do and expect.
final class LiveCounts {

    private LiveCounts() {}

    /// Follow the counts of a space, which must be these at first.
    static LiveSession following(String user, String space, int total, int unread) {
        var live = LiveSession.as(user).hello().subscribeToCounts("c", List.of(space));
        assertThat(live.expectEvent("spaceCounts.all").getJsonArray("counts"))
                .containsExactly(count(space, total, unread));
        return live.expectCaughtUp();
    }

    /// The next frame must tell this count, and no other.
    static void expectChange(LiveSession live, String space, int total, int unread) {
        assertThat(live.expectEvent("spaceCounts.changed").getJsonArray("counts"))
                .containsExactly(count(space, total, unread));
    }

    static JsonObject count(String space, int total, int unread) {
        return JsonObject.of(
                "spaceId",
                space,
                "total",
                JsonObject.of("value", total, "exact", true),
                "unread",
                JsonObject.of("value", unread, "exact", true));
    }
}
