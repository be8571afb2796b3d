package dev.sharedinbox.realtime.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.realtime.Crowd;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever is done by several people at once, and however much time moves: what a client was told of the counts in the
/// end is what counting anew gives.
@QuarkusTest
class CountConvergenceTest {

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
        try (var crowd = new Crowd(fixtures, pool, repetition)) {
            // Given
            var spaces = Stream.generate(crowd::filter)
                    .limit(SPACES)
                    .map(filter ->
                            SpaceUser.called("maya").creates("Random", filter.getMap(), SpaceUser.everyone(false)))
                    .toList();
            var clients = Stream.of("maya", "omar", "lena", "jonas")
                    .map(user ->
                            new LiveCountClient(user, spaces, crowd.random().nextLong()))
                    .toList();
            crowd.isWatchedBy(clients);

            // When
            crowd.acts();

            // Then
            crowd.expectTruthShown();
            assertThat(clients).allSatisfy(client -> assertThat(client.shown()).hasSize(SPACES));
        }
    }
}
