package dev.sharedinbox.realtime.list;

import dev.sharedinbox.change.LossyWakeUps;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.realtime.Crowd;
import dev.sharedinbox.realtime.RandomDeeds;
import dev.sharedinbox.testing.LiveFixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever is done by several people at once, however often connections break and however much time moves: what a
/// client's list shows in the end is what a fresh load shows.
@QuarkusTest
class ListConvergenceTest {

    private static final List<String> USERS = List.of("maya", "omar", "lena", "lena", "jonas");

    @Inject
    LiveFixtures fixtures;

    @Inject
    LossyWakeUps wakeUps;

    @Inject
    Pool pool;

    @RepeatedTest(2)
    void lists_endUpAsAFreshLoad(RepetitionInfo repetition) {
        expectTruthInTheEnd(repetition);
    }

    @RepeatedTest(1)
    void listsThatNothingWakes_endUpAsAFreshLoad(RepetitionInfo repetition) {
        wakeUps.lose(true);
        try {
            expectTruthInTheEnd(repetition);
        } finally {
            wakeUps.lose(false);
        }
    }

    private void expectTruthInTheEnd(RepetitionInfo repetition) {
        try (var crowd = new Crowd(fixtures, pool, repetition)) {
            // Given
            crowd.isWatchedBy(
                    USERS.stream().flatMap(user -> listsOf(user, crowd)).toList());

            // When
            crowd.acts();

            // Then
            crowd.expectTruthShown();
        }
    }

    private static Stream<LiveListClient> listsOf(String user, Crowd crowd) {
        return Stream.generate(crowd::filter).limit(2).map(filter -> {
            var sort = RandomDeeds.one(crowd.random(), List.of(ChatSort.values()));
            return new LiveListClient(user, filter, sort, crowd.random().nextLong());
        });
    }
}
