package dev.sharedinbox.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A front end's memory of some chats: loaded once, then kept by the feed alone. Whatever happens, it must stay what a
/// fresh load gives.
public final class LoadedClient {

    private static final String LOAD = """
            query ($id: ID!) {
              chat(id: $id) {
                id status unread unreadCount lastActivityAt lastInboundAt waitingSince startedAt closedAt
                inbox { id name } businessNumber { id } contact { id name phone displayPhone username }
                assignee { id name } team { id name } tags { id name } session { state expiresAt }
                lastMessage { id seq direction type text sentAt status }
                messages(first: 100) { edges { node {
                  id chatId seq direction type text content sender { kind user { id name } } sentAt status
                  statusHistory { status at } failure { code } replyTo { id } reactions { emoji direction reactedAt }
                  attachments { id kind state } edited editedAt revokedAt clientMessageId
                } } }
              }
            }
            """;

    private final String user;
    private final Collection<String> chatIds;
    private final Map<String, JsonObject> chats = new TreeMap<>();
    private final Map<String, JsonObject> messages = new TreeMap<>();
    private String cursor;

    private LoadedClient(String user, Collection<String> chatIds) {
        this.user = user;
        this.chatIds = chatIds;
        cursor = GraphQl.as(user).query("{ viewer { cursor } }").text("viewer.cursor");
        chatIds.forEach(this::load);
    }

    /// Load chats as a user; those they may not see are not there.
    public static LoadedClient of(String user, Collection<String> chatIds) {
        return new LoadedClient(user, chatIds);
    }

    /// Load the same chats anew.
    public LoadedClient loadedNow() {
        return new LoadedClient(user, chatIds);
    }

    /// Apply everything that the feed has to tell since the last time.
    public LoadedClient caughtUp() {
        for (var more = true; more; ) {
            var page = page();
            page.getJsonArray("changes").stream().map(JsonObject.class::cast).forEach(this::apply);
            cursor = page.getString("cursor");
            more = !page.getBoolean("caughtUp");
        }
        return this;
    }

    /// All it shows, in one comparable text.
    public String screen() {
        return Stream.concat(chats.values().stream(), messages.values().stream())
                .map(JsonObject::encodePrettily)
                .collect(Collectors.joining("\n"));
    }

    private JsonObject page() {
        return new JsonObject(SignIn.as(user)
                .queryParam("after", cursor)
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private void load(String chatId) {
        var answer = new JsonObject(GraphQl.as(user)
                .send(LOAD, Map.of("id", chatId))
                .then()
                .extract()
                .asString());
        Optional.ofNullable(answer.getJsonObject("data").getJsonObject("chat")).ifPresent(chat -> {
            var edges = ((JsonObject) chat.remove("messages")).getJsonArray("edges");
            chats.put(chatId, row(chat));
            edges.stream()
                    .map(edge -> ((JsonObject) edge).getJsonObject("node"))
                    .forEach(message -> messages.put(message.getString("id"), known(message, Shape.MESSAGE)));
        });
    }

    private void apply(JsonObject event) {
        var chatId = event.getString("chatId");
        if (!chatIds.contains(chatId)) {
            return;
        }
        if (event.getString("type").equals("chat.left")) {
            chats.remove(chatId);
            messages.values().removeIf(message -> message.getString("chatId").equals(chatId));
            return;
        }
        if (!chats.containsKey(chatId)) {
            // A chat that comes into view: a front end loads its history when somebody opens it.
            load(chatId);
        }
        chats.put(chatId, row(event.getJsonObject("chat")));
        Optional.ofNullable(event.getJsonObject("message"))
                .ifPresent(message -> messages.put(message.getString("id"), known(message, Shape.MESSAGE)));
    }

    /// A chat as it shows. When the window of a closed chat ends may be out of date: only its opening is told.
    private static JsonObject row(JsonObject chat) {
        var row = known(chat, Shape.CHAT);
        if (row.getString("status").equals("CLOSED")) {
            row.getJsonObject("session").remove("expiresAt");
        }
        return row;
    }

    /// What the client asked for when it loaded, of what the feed tells beside; without what is not there.
    private static JsonObject known(JsonObject told, JsonObject shape) {
        var known = new JsonObject();
        shape.fieldNames().stream().sorted().forEach(name -> {
            var value = told.getValue(name);
            if (value instanceof JsonObject object && shape.getValue(name) instanceof JsonObject inner) {
                known.put(name, known(object, inner));
            } else if (value instanceof JsonArray array && shape.getValue(name) instanceof JsonObject inner) {
                known.put(
                        name,
                        new JsonArray(array.stream()
                                .map(item -> known((JsonObject) item, inner))
                                .toList()));
            } else if (Objects.nonNull(value)) {
                known.put(name, value);
            }
        });
        return known;
    }

    /// The fields of [#LOAD].
    private static final class Shape {
        static final JsonObject CHAT = shape("id status unread unreadCount lastActivityAt lastInboundAt waitingSince"
                        + " startedAt closedAt")
                .put("inbox", shape("id name"))
                .put("businessNumber", shape("id"))
                .put("contact", shape("id name phone displayPhone username"))
                .put("assignee", shape("id name"))
                .put("team", shape("id name"))
                .put("tags", shape("id name"))
                .put("session", shape("state expiresAt"))
                .put("lastMessage", shape("id seq direction type text sentAt status"));
        static final JsonObject MESSAGE = shape(
                        "id chatId seq direction type text content sentAt status edited editedAt"
                                + " revokedAt clientMessageId")
                .put("sender", shape("kind").put("user", shape("id name")))
                .put("statusHistory", shape("status at"))
                .put("failure", shape("code"))
                .put("replyTo", shape("id"))
                .put("reactions", shape("emoji direction reactedAt"))
                .put("attachments", shape("id kind state"));

        private static JsonObject shape(String names) {
            var shape = new JsonObject();
            Stream.of(names.split(" ")).forEach(name -> shape.put(name, true));
            return shape;
        }
    }
}
