package dev.sharedinbox.packaged;

import dev.sharedinbox.testing.LiveSession;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;

/// A client that follows everything, keeps its cursor, and comes back after any cut, to whatever node answers.
/// What it would show is [#seen].
final class Phone implements AutoCloseable {

    private final List<Node> nodes;
    private final String token;
    private final List<String> seen = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final List<Integer> closes = new ArrayList<>();
    private final long start;
    private LiveSession session;

    private Phone(List<Node> nodes, String token) {
        this.nodes = nodes;
        this.token = token;
        session = LiveSession.at(nodes.getFirst().socket(), token)
                .hello()
                .subscribe("changes")
                .expectCaughtUp();
        start = LiveSession.position(session.cursor());
    }

    /// A phone that prefers the first node.
    static Phone following(String token, Node... nodes) {
        return new Phone(List.of(nodes), token);
    }

    /// Read until the message with this text came.
    Phone readUntil(String text) {
        while (seen.isEmpty() || !seen.getLast().equals(text)) {
            session.nextUnlessClosed().ifPresentOrElse(this::read, this::comeBack);
        }
        return this;
    }

    /// The texts of the messages that came, in that order.
    List<String> seen() {
        return seen;
    }

    /// Where in the change log it began.
    long start() {
        return start;
    }

    /// The positions of all events that it applied, in that order.
    List<Long> positions() {
        return positions;
    }

    /// How its connections were ended by the server, -1 where one broke off.
    List<Integer> closes() {
        return closes;
    }

    @Override
    public void close() {
        session.close();
    }

    private void read(JsonObject frame) {
        if (frame.containsKey("cursor")) {
            session.keep(frame);
        }
        var event = frame.getJsonObject("event", new JsonObject());
        // Typing and viewing have no place in the log, notifications that of the change before theirs.
        if (event.containsKey("chatId") && frame.containsKey("cursor") && !event.containsKey("notification")) {
            positions.add(LiveSession.position(frame.getString("cursor")));
        }
        if ("message.created".equals(event.getString("type"))) {
            seen.add(event.getJsonObject("message").getString("text"));
        }
    }

    private void comeBack() {
        closes.add(session.closeCode());
        var cursor = session.cursor();
        Awaitility.await().ignoreExceptionsInstanceOf(CompletionException.class).until(() -> {
            var node = nodes.stream()
                    .filter(there -> there.status("/q/health/live") == 200)
                    .findFirst();
            node.ifPresent(there -> session =
                    LiveSession.at(there.socket(), token).hello(cursor).subscribe("changes"));
            return node.isPresent();
        });
    }
}
