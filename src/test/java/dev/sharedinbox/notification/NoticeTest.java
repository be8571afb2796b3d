package dev.sharedinbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.access.ChatPlace;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {

    private static final UUID LENA = Ids.next();
    private static final UUID OMAR = Ids.next();

    static Stream<NotificationKind> kinds() {
        return Arrays.stream(NotificationKind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoWantsNone_isNeverNotified(NotificationKind kind) {
        assertThat(notice(kind, LENA).isFor(LENA, NotifiedChats.NONE, of(LENA))).isFalse();
        assertThat(notice(kind, null).isFor(LENA, NotifiedChats.NONE, of(LENA))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"MESSAGE", "MISSED_CALL", "SESSION_CLOSING"})
    void newsOfAChat_isForThoseWhoWantToHearOfIt(NotificationKind kind) {
        var notice = notice(kind, null);

        assertThat(notice.isFor(LENA, NotifiedChats.ASSIGNED, of(LENA))).isTrue();
        assertThat(notice.isFor(OMAR, NotifiedChats.ASSIGNED, of(LENA))).isFalse();
        assertThat(notice.isFor(OMAR, NotifiedChats.ASSIGNED, of(null))).isFalse();
        assertThat(notice.isFor(OMAR, NotifiedChats.ALL, of(LENA))).isTrue();
        assertThat(notice.isFor(OMAR, NotifiedChats.ALL, of(null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "ALL"})
    void givenChat_isForItsAssigneeAsLongAsTheyAre(NotifiedChats wanted) {
        var notice = notice(NotificationKind.CHAT_ASSIGNED, LENA);

        assertThat(notice.isFor(LENA, wanted, of(LENA))).isTrue();
        assertThat(notice.isFor(LENA, wanted, of(OMAR))).isFalse();
        assertThat(notice.isFor(LENA, wanted, of(null))).isFalse();
        assertThat(notice.isFor(OMAR, wanted, of(LENA))).isFalse();
        assertThat(notice.isFor(OMAR, wanted, of(OMAR))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "ALL"})
    void failure_isForWhoeverWroteTheMessage(NotifiedChats wanted) {
        var notice = notice(NotificationKind.MESSAGE_FAILED, OMAR);

        assertThat(notice.isFor(OMAR, wanted, of(LENA))).isTrue();
        assertThat(notice.isFor(LENA, wanted, of(LENA))).isFalse();
    }

    private static Notice notice(NotificationKind kind, @Nullable UUID addressee) {
        return new Notice(addressee, new NotificationView("id", kind, "Ana", "Hello"));
    }

    private static ChatPlace of(@Nullable UUID assignee) {
        return new ChatPlace(LENA, assignee, null);
    }
}
