package dev.sharedinbox.packaged;

import dev.sharedinbox.testing.LiveSession;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A client that loads once and then only applies what it is told, of everything and of a list, keeping a cursor of
/// each. Its connection is cut off again and again, wherever it just is, and it goes on with any node.
final class Wanderer implements Runnable {

    private static final String LOAD = """
            { viewer { cursor } chats(filterText: "status==OPEN", first: 100) { cursor edges { sortKey node {
                id unreadCount lastMessage { text } } } } }
            """;
    private static final String MESSAGES =
            "{ chat(id: \"%s\") { messages(first: 100) { edges { node { id seq text } } } } }";

    private final List<Node> nodes;
    private final String token;
    private final Random random;
    private final Map<String, String> chats = new TreeMap<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();
    private final List<Long> positions = new ArrayList<>();
    private final Map<String, String> cursors = new TreeMap<>();
    private final long start;
    private volatile boolean stopped;
    private int cuts;

    Wanderer(List<Node> nodes, String token, long seed) {
        this.nodes = nodes;
        this.token = token;
        random = new Random(seed);
        load();
        start = LiveSession.position(cursors.get("changes"));
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var live = LiveSession.at(node().socket(), token).hello()) {
                live.send("subscribe", "id", "changes", "topic", "changes", "after", cursors.get("changes"));
                live.send(
                        "subscribe",
                        "id",
                        "list",
                        "topic",
                        "chatList",
                        "filterText",
                        "status==OPEN",
                        "after",
                        cursors.get("list"));
                for (var frames = random.nextInt(150); frames > 0 && !stopped; frames--) {
                    live.soon().ifPresent(this::apply);
                }
                cuts++;
            }
        }
    }

    void stop() {
        stopped = true;
    }

    /// Where in the change log it began.
    long start() {
        return start;
    }

    int cuts() {
        return cuts;
    }

    /// The positions of the changes that it applied, in that order.
    synchronized List<Long> positions() {
        return List.copyOf(positions);
    }

    /// Everything it shows, in one comparable text.
    synchronized String screen() {
        return List.of(chats, messages, rows).stream()
                .flatMap(shown -> shown.entrySet().stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /// The same client, which loads now.
    Wanderer loadedNow() {
        return new Wanderer(nodes, token, 0);
    }

    private Node node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void load() {
        var data = nodes.getFirst().ask(token, LOAD);
        cursors.put("changes", data.getJsonObject("viewer").getString("cursor"));
        cursors.put("list", data.getJsonObject("chats").getString("cursor"));
        edges(data.getJsonObject("chats")).forEach(edge -> {
            var chat = edge.getJsonObject("node");
            put(chat);
            put(edge.getString("sortKey"), chat);
            var opened = nodes.getFirst().ask(token, MESSAGES.formatted(chat.getString("id")));
            edges(opened.getJsonObject("chat").getJsonObject("messages"))
                    .forEach(message -> put(message.getJsonObject("node")));
        });
    }

    private synchronized void apply(JsonObject frame) {
        switch (frame.getString("type")) {
            case "event" -> applyEvent(frame);
            case "caughtUp", "progress" -> {}
            default -> throw new AssertionError(frame.encodePrettily());
        }
        cursors.put(frame.getString("id"), frame.getString("cursor"));
    }

    private void applyEvent(JsonObject frame) {
        var event = frame.getJsonObject("event");
        if (event.getString("type").equals("notification.created")) {
            return; // It stands before its change, and has no place of its own.
        }
        if (frame.getString("id").equals("changes")) {
            positions.add(LiveSession.position(frame.getString("cursor")));
            put(event.getJsonObject("chat"));
            if (event.containsKey("message")) {
                put(event.getJsonObject("message"));
            }
        } else if (event.getString("type").equals("chatList.left")) {
            rows.remove("row " + event.getString("chatId"));
        } else {
            put(event.getString("sortKey"), event.getJsonObject("chat"));
        }
    }

    private void put(JsonObject thing) {
        if (thing.containsKey("seq")) {
            messages.put("message " + thing.getString("id"), thing.getInteger("seq") + " " + thing.getString("text"));
        } else {
            chats.put("chat " + thing.getString("id"), summary(thing));
        }
    }

    private void put(String sortKey, JsonObject chat) {
        rows.put("row " + chat.getString("id"), sortKey + " " + summary(chat));
    }

    private static String summary(JsonObject chat) {
        return chat.getInteger("unreadCount") + " "
                + chat.getJsonObject("lastMessage").getString("text");
    }

    private static List<JsonObject> edges(JsonObject connection) {
        return connection.getJsonArray("edges", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
