package dev.sharedinbox.chat.list.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.filter.condition.Condition;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentTallyTest {

    private static final Condition<ChatFacts> ALL = new Condition.All<>(List.of());
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final UUID LIFE = UUID.randomUUID();
    private static final ChatTally THREE = new ChatTally(new BoundedCountView(3, true), new BoundedCountView(1, true));

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void nothingHappened_toldAgain() {
        // Given
        var tally = countedIn(1);

        // When
        now = now.plusSeconds(60);

        // Then
        assertThat(tally.isGood(ALL, head(7), now)).isTrue();
    }

    @Test
    void somethingHappenedWhileItIsQuickToCount_countedAnew() {
        assertThat(countedIn(50).isGood(ALL, head(8), now)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "60, 99, true",
        "60, 100, false",
        "200, 1499, true",
        "200, 1500, false",
        "1000, 4999, true",
        "1000, 5000, false"
    })
    void somethingHappenedAfterASlowCount_restsTenTimesAsLong(long took, long later, boolean isGood) {
        // Given
        var tally = countedIn(took);

        // When
        now = now.plusMillis(later);

        // Then
        assertThat(tally.isGood(ALL, head(8), now)).isEqualTo(isGood);
    }

    @Test
    void otherLifeOfTheDatabase_countedAnew() {
        assertThat(countedIn(1_000).isGood(ALL, new LogHead(UUID.randomUUID(), 7, 0), now))
                .isFalse();
    }

    @Test
    void underWay_goodForThoseWhoAskMeanwhile_butNotOnceSomethingHappens() {
        // Given
        var tally = new RecentTally(head(7), () -> now, QUICK, Uni.createFrom().nothing());

        // Then
        assertThat(tally.isGood(ALL, head(7), now)).isTrue();
        assertThat(tally.isGood(ALL, head(8), now)).isFalse();
    }

    private RecentTally countedIn(long millis) {
        var tally = new RecentTally(
                head(7),
                () -> now,
                QUICK,
                Uni.createFrom()
                        .item(() -> {
                            now = now.plus(Duration.ofMillis(millis));
                            return new RecentTally.Tallied(head(7), THREE);
                        })
                        .memoize()
                        .indefinitely());
        var counted = tally.count().subscribe().withSubscriber(UniAssertSubscriber.<RecentTally.Tallied>create());
        assertThat(counted.assertCompleted().getItem().tally()).isEqualTo(THREE);
        return tally;
    }

    private static LogHead head(long position) {
        return new LogHead(LIFE, position, 0);
    }
}
