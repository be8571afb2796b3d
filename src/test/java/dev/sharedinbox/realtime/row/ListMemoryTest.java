package dev.sharedinbox.realtime.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.list.LiveListTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListMemoryTest {

    private static final Instant NOW = Instant.EPOCH;

    private final ListMemory memory = new ListMemory(2);
    private final UUID chat = Ids.next();

    @Test
    void withoutLists_nothingIsKept() {
        assertThat(note(chat, true)).isInstanceOf(Past.Unknown.class);
        assertThat(memory.size()).isZero();
    }

    @Test
    void firstSight_isUnknownUnlessTheChatIsNew() {
        memory.open();

        assertThat(note(chat, false)).isInstanceOf(Past.Unknown.class);
        assertThat(note(Ids.next(), true)).isInstanceOf(Past.Absent.class);
        assertThat(note(chat, false)).isInstanceOf(Past.Known.class);
    }

    @Test
    void moreChatsThanItKeeps_forgetTheOneUnchangedLongest() {
        memory.open();
        var other = Ids.next();
        note(chat, false);
        note(other, false);
        note(chat, false);
        note(Ids.next(), false);

        assertThat(note(chat, false)).isInstanceOf(Past.Known.class);
        assertThat(note(other, false)).isInstanceOf(Past.Unknown.class);
        assertThat(memory.size()).isEqualTo(2);
    }

    @Test
    void lastListClosed_forgetsAll() {
        memory.open();
        memory.open();
        note(chat, false);
        memory.close();
        assertThat(memory.size()).isEqualTo(1);

        memory.close();
        assertThat(memory.size()).isZero();
    }

    private Past note(UUID id, boolean isNew) {
        return memory.note(id, LiveListTest.rowOf(id), isNew, NOW);
    }
}
