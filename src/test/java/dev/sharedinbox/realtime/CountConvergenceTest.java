package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever is done by several people at once, and however much time moves: what a client was told of the counts in the
/// end is what counting anew gives.
@QuarkusTest
class CountConvergenceTest {

    private static final int WRITERS = 4;
    private static final int CHATS = 25;
    private static final int SPACES = 4;

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    @AfterEach
    void removeWhatUsersMade() {
        fixtures.execute("delete from space where owner_id is not null");
    }

    @RepeatedTest(2)
    void counts_endUpAsFreshOnes(RepetitionInfo repetition) {
        // Given
        var seed = repetition.getCurrentRepetition() * 1000L;
        var random = new Random(seed);
        var deeds = new RandomDeeds(fixtures, pool);
        var tags = List.of(ChatFixtures.newTag(pool), ChatFixtures.newTag(pool));
        var family = Ids.next().toString().substring(24);
        var chats = IntStream.range(0, CHATS)
                .mapToObj(_ -> deeds.chat(random, family, tags))
                .toList();
        var spaces = Stream.generate(() -> RandomDeeds.filter(random, family, tags, 2))
                .limit(SPACES)
                .map(filter -> SpaceUser.called("maya").creates("Random", filter.getMap(), SpaceUser.everyone(false)))
                .toList();
        var clients = Stream.of("maya", "omar", "lena", "jonas")
                .map(user -> new LiveCountClient(user, spaces, random.nextLong()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                clients.forEach(threads::execute);

                // When
                IntStream.range(0, WRITERS)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> deeds.some(new Random(seed + writer), chats, tags), threads))
                        .toList()
                        .forEach(CompletableFuture::join);

                // Then
                clients.forEach(client -> await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(client.shown())
                                .as(client::toString)
                                .hasSize(SPACES)
                                .isEqualTo(client.fresh())));
            } finally {
                clients.forEach(LiveCountClient::stop);
            }
        }
    }
}
