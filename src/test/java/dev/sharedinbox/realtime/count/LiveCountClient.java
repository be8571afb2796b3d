package dev.sharedinbox.realtime.count;

import dev.sharedinbox.realtime.Crowd;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Keeps the counts of some spaces as the protocol says, and breaks its connection now and then.
final class LiveCountClient implements Crowd.Onlooker {

    private static final String COUNTS = """
            query ($ids: [String!]) { spaceCounts(spaceIds: $ids) {
                counts { spaceId total { value exact } unread { value exact } } } }
            """;

    private final String user;
    private final List<String> spaces;
    private final Random random;
    private final Map<String, JsonObject> counts = new TreeMap<>();
    private volatile boolean stopped;

    LiveCountClient(String user, List<String> spaces, long seed) {
        this.user = user;
        this.spaces = spaces;
        random = new Random(seed);
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var live = LiveSession.as(user).hello().subscribeToCounts("c", spaces)) {
                var patience = 20 + random.nextInt(200);
                while (!stopped && patience-- > 0) {
                    live.soon().ifPresent(this::take);
                }
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /// The counts it shows, by their space.
    @Override
    public synchronized Map<String, JsonObject> shown() {
        return new TreeMap<>(counts);
    }

    /// The counts that a fresh load shows.
    @Override
    public Map<String, JsonObject> fresh() {
        var fresh = new TreeMap<String, JsonObject>();
        GraphQl.as(user)
                .query(COUNTS, Map.of("ids", spaces))
                .<Map<String, Object>>list("spaceCounts.counts")
                .forEach(count -> fresh.put((String) count.get("spaceId"), new JsonObject(count)));
        return fresh;
    }

    @Override
    public String toString() {
        return user + " with " + spaces;
    }

    private synchronized void take(JsonObject frame) {
        switch (frame.getString("type")) {
            case "event" -> take(frame.getJsonObject("event").getString("type"), frame.getJsonObject("event"));
            case "caughtUp" -> {}
            default -> throw new AssertionError(frame.encodePrettily());
        }
    }

    private void take(String type, JsonObject event) {
        if (type.equals("spaceCounts.all")) {
            counts.clear();
        }
        event.getJsonArray("counts").stream()
                .map(JsonObject.class::cast)
                .forEach(count -> counts.put(count.getString("spaceId"), count));
    }
}
