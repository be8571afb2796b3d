package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.SideBySide;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepetitionInfo;

/// Several people who do random things to the same chats at once, and clients that look on.
public final class Crowd implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int CHATS = 25;

    private final long seed;
    private final Random random;
    private final RandomDeeds deeds;
    private final List<UUID> tags;
    private final String family = Ids.next().toString().substring(24);
    private final List<String> chats;
    private final List<Onlooker> onlookers = new ArrayList<>();
    private final ExecutorService threads = SideBySide.threads();

    public Crowd(LiveFixtures fixtures, Pool pool, RepetitionInfo repetition) {
        seed = repetition.getCurrentRepetition() * 1000L;
        random = new Random(seed);
        deeds = new RandomDeeds(fixtures, pool);
        tags = List.of(ChatFixtures.newTag(pool), ChatFixtures.newTag(pool));
        chats = IntStream.range(0, CHATS)
                .mapToObj(_ -> deeds.chat(random, family, tags))
                .toList();
    }

    /// A client that keeps something up to date until it is stopped.
    public interface Onlooker extends Runnable {

        void stop();

        /// What it shows now.
        Object shown();

        /// What a fresh load shows.
        Object fresh();
    }

    public Random random() {
        return random;
    }

    /// A random filter over the chats of this crowd alone.
    public JsonObject filter() {
        return RandomDeeds.filter(random, family, tags, 2);
    }

    public void isWatchedBy(List<? extends Onlooker> clients) {
        onlookers.addAll(clients);
        clients.forEach(threads::execute);
    }

    /// Do everything; returns when all of it is done.
    public void acts() {
        IntStream.range(0, WRITERS)
                .mapToObj(writer ->
                        CompletableFuture.runAsync(() -> deeds.some(new Random(seed + writer), chats, tags), threads))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /// What every client shows must in the end be what a fresh load shows. A fresh load may itself say for 30 seconds
    /// what time alone has changed since.
    public void expectTruthShown() {
        onlookers.forEach(client -> await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(client.shown()).as(client::toString).isEqualTo(client.fresh())));
    }

    @Override
    public void close() {
        onlookers.forEach(Onlooker::stop);
        threads.close();
    }
}
