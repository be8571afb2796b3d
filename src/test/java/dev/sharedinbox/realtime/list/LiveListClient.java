package dev.sharedinbox.realtime.list;

import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.realtime.Crowd;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A client that keeps a list as the README says: load a page, subscribe with its cursor, replace and remove rows,
/// resume with the newest cursor, load afresh when told to. Its connection breaks at random.
final class LiveListClient implements Crowd.Onlooker {

    private static final String PAGE = """
            query ($filter: ChatFilterInput, $sort: ChatSort) { chats(filter: $filter, sort: $sort, first: 100) { edges { sortKey node {
                id status unreadCount unread assignee { name } contact { name } tags { id } } } cursor } }
            """;

    private final String user;
    private final JsonObject filter;
    private final String sort;
    private final Random random;
    private final Map<String, String> rows = new HashMap<>();
    private volatile boolean stopped;
    private String cursor;

    LiveListClient(String user, JsonObject filter, ChatSort sort, long seed) {
        this.user = user;
        this.filter = filter;
        this.sort = sort.name();
        random = new Random(seed);
        load();
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var live = LiveSession.as(user).hello().subscribeToList("a", filter, sort, cursor)) {
                var frames = 1 + random.nextInt(60);
                while (!stopped && frames-- > 0) {
                    var frame = live.soon();
                    if (frame.isPresent() && !take(frame.get())) {
                        break;
                    }
                }
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /// The rows it shows, in order.
    @Override
    public synchronized List<String> shown() {
        return rows.values().stream().sorted().toList();
    }

    /// The rows that a fresh load shows.
    @Override
    public List<String> fresh() {
        return rows(page()).stream().map(LiveListClient::row).sorted().toList();
    }

    @Override
    public String toString() {
        return user + " with " + filter.encode() + " by " + sort;
    }

    private synchronized boolean take(JsonObject frame) {
        cursor = frame.getString("cursor");
        switch (frame.getString("type")) {
            case "event" -> take(frame.getJsonObject("event"), frame);
            case "resync" -> {
                load();
                return false;
            }
            case "caughtUp", "progress" -> {}
            default -> throw new AssertionError(frame.encodePrettily());
        }
        return true;
    }

    private void take(JsonObject event, JsonObject frame) {
        switch (event.getString("type")) {
            case "chatList.entered", "chatList.updated" ->
                rows.put(event.getString("chatId"), row(event.getString("sortKey"), event.getJsonObject("chat")));
            case "chatList.left" -> rows.remove(event.getString("chatId"));
            default -> throw new AssertionError(frame.encodePrettily());
        }
    }

    private synchronized void load() {
        var page = page();
        cursor = page.text("chats.cursor");
        rows.clear();
        for (var edge : rows(page)) {
            rows.put(edge.getJsonObject("node").getString("id"), row(edge));
        }
    }

    private Answer page() {
        return GraphQl.as(user).query(PAGE, Map.of("filter", filter.getMap(), "sort", sort));
    }

    private static List<JsonObject> rows(Answer page) {
        return page.<Map<String, Object>>list("chats.edges").stream()
                .map(JsonObject::new)
                .toList();
    }

    private static String row(JsonObject edge) {
        return row(edge.getString("sortKey"), edge.getJsonObject("node"));
    }

    private static String row(String sortKey, JsonObject chat) {
        var assignee = chat.getJsonObject("assignee");
        var tags = chat.getJsonArray("tags").stream()
                .map(tag -> ((JsonObject) tag).getString("id"))
                .toList();
        return String.join(
                " ",
                sortKey,
                chat.getString("status"),
                chat.getInteger("unreadCount") + "",
                chat.getBoolean("unread") + "",
                assignee == null ? "nobody" : assignee.getString("name"),
                chat.getJsonObject("contact").getString("name"),
                tags.toString());
    }
}
