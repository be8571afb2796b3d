package dev.sharedinbox.realtime.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.row.ListEvent;
import dev.sharedinbox.realtime.row.ListMove;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListRingTest {

    private static final UUID ANA = Ids.next();
    private static final UUID BEN = Ids.next();
    private static final UUID CEM = Ids.next();

    private final ListRing ring = new ListRing(2);

    @Test
    void listener_getsWhatItHasNotSeenInOrder() {
        ring.add(moved(5, ANA));
        ring.add(moved(6, BEN));

        assertThat(positionsAfter(0)).containsExactly(5L, 6L);
        assertThat(positionsAfter(1)).containsExactly(6L);
        assertThat(positionsAfter(2)).isEmpty();
        assertThat(ring.after(0, 1).orElseThrow()).hasSize(1);
    }

    @Test
    void slowListener_skipsWhatIsOvertaken() {
        for (int position = 1; position <= 1000; position++) {
            ring.add(moved(position, position % 2 == 0 ? ANA : BEN));
        }

        assertThat(positionsAfter(0)).containsExactly(999L, 1000L);
    }

    @Test
    void listenerBehindTheOldest_getsNothing() {
        ring.add(moved(1, ANA));
        ring.add(moved(2, BEN));
        ring.add(moved(3, CEM));

        assertThat(ring.after(0, 10)).isEmpty();
        assertThat(positionsAfter(1)).containsExactly(2L, 3L);
    }

    @Test
    void changesOfAccess_areNeverOvertaken() {
        ring.add(new ListSignal.AccessChanged(1, ANA));
        ring.add(moved(2, BEN));
        ring.add(moved(3, BEN));

        assertThat(positionsAfter(0)).containsExactly(1L, 3L);
    }

    private List<Long> positionsAfter(long number) {
        return ring.after(number, 10).orElseThrow().stream()
                .map(numbered -> numbered.signal().position())
                .toList();
    }

    private static ListSignal moved(long position, UUID chat) {
        return new ListSignal.Moved(new ListEvent(position, Instant.EPOCH, false, ListMove.LEFT, chat, null, null));
    }
}
