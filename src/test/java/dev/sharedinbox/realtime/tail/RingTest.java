package dev.sharedinbox.realtime.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.event.Aside;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.team.access.ChatPlace;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final ChatPlace LENAS = new ChatPlace(Ids.next(), Ids.next(), null);
    private static final ChatPlace JONAS = new ChatPlace(Ids.next(), Ids.next(), null);

    private final UUID chat = Ids.next();
    private final Ring ring = new Ring(5);

    @Test
    void unstarted_knowsNothing() {
        assertThat(ring.after(0, 10)).isEmpty();
    }

    @Test
    void started_givesWhatFollowsAPosition() {
        ring.start(10);
        ring.append(entries(11, 13));

        assertThat(positionsAfter(10)).containsExactly(11L, 12L, 13L);
        assertThat(positionsAfter(12)).containsExactly(13L);
        assertThat(positionsAfter(13)).isEmpty();
        assertThat(ring.after(9, 10)).isEmpty();
    }

    @Test
    void full_forgetsTheOldest() {
        ring.start(0);
        ring.append(entries(1, 8));

        assertThat(ring.after(2, 10)).isEmpty();
        assertThat(positionsAfter(3)).containsExactly(4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void gap_isRefused() {
        ring.start(0);

        assertThatThrownBy(() -> ring.append(entries(2, 2))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void placeOfAChat_isTheNewestForItsOldEntriesToo() {
        ring.start(0);
        ring.append(List.of(entry(1, LENAS), entry(2, JONAS)));

        assertThat(ring.after(0, 10).orElseThrow()).extracting(FeedEntry::place).containsExactly(JONAS, JONAS);
    }

    private List<Long> positionsAfter(long position) {
        return ring.after(position, 10).orElseThrow().stream()
                .map(FeedEntry::position)
                .toList();
    }

    private List<FeedEntry> entries(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> entry(position, LENAS))
                .toList();
    }

    private FeedEntry entry(long position, ChatPlace place) {
        var change = new Change(
                position, ChangeType.CHAT_UPDATED, chat, null, null, new JsonObject(), Instant.ofEpochSecond(position));
        return new FeedEntry(change, place, null, null, Aside.NOTHING, null, new Past.Unknown(), "{}", null);
    }
}
