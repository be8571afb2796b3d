package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.platform.Ids;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private static final UUID LIFE = Ids.next();
    private static final LogHead HEAD = new LogHead(LIFE, 1000, 300);

    @Test
    void placeInTheLog_resumesThere() {
        assertThat(at(LIFE, 900)).isEqualTo(new Resume.From(900));
        assertThat(at(LIFE, 1000)).isEqualTo(new Resume.From(1000));
    }

    @Test
    void placeBeforeRetention_isExpired() {
        assertThat(at(LIFE, 299)).isEqualTo(new Resume.Afresh(ResyncReason.EXPIRED));
    }

    @Test
    void placeFarBehind_isTooMany() {
        assertThat(at(LIFE, 499)).isEqualTo(new Resume.Afresh(ResyncReason.TOO_MANY));
        assertThat(at(LIFE, 500)).isEqualTo(new Resume.From(500));
    }

    @Test
    void damagedForeignOrFutureCursor_isInvalid() {
        var invalid = new Resume.Afresh(ResyncReason.INVALID);
        assertThat(Resume.at(HEAD, Optional.empty(), 500)).isEqualTo(invalid);
        assertThat(at(Ids.next(), 900)).isEqualTo(invalid);
        assertThat(at(LIFE, 1001)).isEqualTo(invalid);
    }

    private static Resume at(UUID life, long position) {
        return Resume.at(HEAD, Optional.of(new Cursors.Place(life, position, Optional.empty())), 500);
    }
}
