package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.GraphQlSocket;
import dev.sharedinbox.testing.RedisProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two nodes with a Redis between them.
class RedisNodesIT extends TwoNodes {

    private final RedisProcess redis = RedisProcess.running();

    @Override
    Map<String, String> link() {
        return Map.of("inbox.cluster.redis", redis.url());
    }

    @AfterAll
    void stopRedis() {
        redis.close();
    }

    @Test
    void redisKilledAndStartedInTheMiddle_losesAndDoublesNothing() throws Exception {
        try (var phone = Phone.following(ada, first)) {
            var texts = send(second, 20);

            redis.kill();
            texts.addAll(send(second, 20));
            redis.startAgain();

            expectAll(phone, texts);
            texts.addAll(send(second, 20));
            expectAll(phone, texts);
        }
    }

    @Test
    void redisGone_leavesThePollAndTheNodesReady() throws Exception {
        redis.kill();
        try (var phone = Phone.following(ada, second)) {
            var texts = send(first, 5);

            expectAll(phone, texts);
            assertThat(second.status("/q/health/ready")).isEqualTo(200);
            assertThat(second.status("/q/health/well")).isEqualTo(503);
        } finally {
            redis.startAgain();
        }
        await().until(() -> first.status("/q/health/well") == 200 && second.status("/q/health/well") == 200);
    }

    @Test
    void rollingRestart_sendsClientsAwayAndLosesNothing() throws Exception {
        try (var phone = Phone.following(ada, first, second);
                var other = Phone.following(ben, second, first);
                var browser = GraphQlSocket.at(first.authority(), ada)) {
            var texts = new ArrayList<String>();
            var restarting =
                    CompletableFuture.runAsync(() -> List.of(first, second).forEach(this::restart));
            while (!restarting.isDone()) {
                texts.addAll(send(List.of(first, second), 5));
            }
            restarting.join();
            texts.addAll(send(List.of(first, second), 5));

            expectAll(phone, texts);
            expectAll(other, texts);
            assertThat(phone.closes()).contains(1001).containsOnly(1001);
            assertThat(other.closes()).contains(1001).containsOnly(1001);
            browser.expectClose(1001);
        }
    }

    private void restart(Node node) {
        try {
            node.stop();
            node.start();
            node.whenReady();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
