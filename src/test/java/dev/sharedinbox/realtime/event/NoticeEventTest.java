package dev.sharedinbox.realtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.notification.Notice;
import dev.sharedinbox.notification.NotificationKind;
import dev.sharedinbox.notification.NotificationView;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoticeEventTest {

    private final AtomicInteger written = new AtomicInteger();
    private final NoticeEvent event = new NoticeEvent(
            new Notice(null, new NotificationView("id", NotificationKind.MESSAGE, "Ana", "Hello")),
            () -> "written " + written.incrementAndGet());

    @Test
    void eventThatNobodyIsTold_isNotWritten() {
        assertThat(event.notice().view().body()).isEqualTo("Hello");

        assertThat(written).hasValue(0);
    }

    @Test
    void eventForMany_isWrittenOnce() {
        assertThat(event.json()).isEqualTo("written 1");
        assertThat(event.json()).isEqualTo("written 1");
    }
}
