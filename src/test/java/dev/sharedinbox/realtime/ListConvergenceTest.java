package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.chat.list.ChatSort;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.ChatFixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever is done by several people at once, however often connections break and however much time moves: what a
/// client's list shows in the end is what a fresh load shows.
@QuarkusTest
class ListConvergenceTest {

    private static final int WRITERS = 4;
    private static final int CHATS = 25;
    private static final List<String> USERS = List.of("maya", "omar", "lena", "lena", "jonas");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @RepeatedTest(2)
    void lists_endUpAsAFreshLoad(RepetitionInfo repetition) throws IOException {
        // Given
        var seed = repetition.getCurrentRepetition() * 1000L;
        var random = new Random(seed);
        var deeds = new RandomDeeds(fixtures, pool);
        var tags = List.of(ChatFixtures.newTag(pool), ChatFixtures.newTag(pool));
        var family = Ids.next().toString().substring(24);
        var chats = IntStream.range(0, CHATS)
                .mapToObj(_ -> deeds.chat(random, family, tags))
                .toList();
        var clients = clients(random, family, tags);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = stopping(clients)) {
            clients.forEach(threads::execute);

            // When
            IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> deeds.some(new Random(seed + writer), chats, tags), threads))
                    .toList()
                    .forEach(CompletableFuture::join);

            // Then
            clients.forEach(client -> await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(client.shown()).as(client::toString).isEqualTo(client.fresh())));
        }
    }

    private static List<LiveListClient> clients(Random random, String family, List<UUID> tags) {
        return USERS.stream()
                .flatMap(user -> Stream.generate(() -> RandomDeeds.filter(random, family, tags, 2))
                        .limit(2)
                        .map(filter -> new LiveListClient(
                                user, filter, RandomDeeds.one(random, List.of(ChatSort.values())), random.nextLong())))
                .toList();
    }

    private static Closeable stopping(List<LiveListClient> clients) {
        return () -> clients.forEach(LiveListClient::stop);
    }
}
