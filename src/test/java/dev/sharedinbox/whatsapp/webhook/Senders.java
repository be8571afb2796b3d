package dev.sharedinbox.whatsapp.webhook;

import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.SideBySide;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Meta's servers that wait for their answers, each on a thread of its own.
final class Senders implements AutoCloseable {

    private final ExecutorService threads = SideBySide.threads();

    Future<Integer> post(JsonObject body) {
        return threads.submit(() -> Meta.post(body).statusCode());
    }

    static List<Integer> answers(List<Future<Integer>> posts) {
        return posts.stream().map(Senders::answer).toList();
    }

    static int answer(Future<Integer> post) {
        try {
            return post.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
