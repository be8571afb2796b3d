package dev.sharedinbox.testing;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The client's end of a websocket: what came as JSON, in order, and how it ended.
final class LiveWire {

    static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final Predicate<JsonObject> cares;
    private final WebSocket socket;
    private volatile boolean reading = true;

    /// Connect.
    ///
    /// @param cares which frames to keep
    LiveWire(WebSocket.Builder connecting, URI address, Predicate<JsonObject> cares) {
        this.cares = cares;
        socket = connecting.buildAsync(address, new Reader()).join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /// The next frame, or null when none comes for long.
    @Nullable JsonObject next() {
        return poll(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /// The next frame, if one comes at once.
    Optional<JsonObject> soon() {
        return Optional.ofNullable(poll(Duration.ofMillis(20)));
    }

    private @Nullable JsonObject poll(Duration patience) {
        try {
            return frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The next frame; empty when the connection ends before one comes.
    Optional<JsonObject> nextUnlessClosed() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> hasFrame() || closeCode.isDone());
        return Optional.ofNullable(frames.poll());
    }

    boolean hasFrame() {
        return !frames.isEmpty();
    }

    CompletableFuture<Integer> closeCode() {
        return closeCode;
    }

    void stopReading() {
        reading = false;
    }

    void readOn() {
        reading = true;
        socket.request(1);
    }

    void readOne() {
        socket.request(1);
    }

    void cut() {
        socket.abort();
    }

    private final class Reader implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(new JsonObject(text.toString()));
                text.setLength(0);
            }
            if (reading) {
                from.request(1);
            }
            return null;
        }

        private void take(JsonObject frame) {
            if (cares.test(frame)) {
                frames.add(frame);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closeCode.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closeCode.completeExceptionally(error);
        }
    }
}
