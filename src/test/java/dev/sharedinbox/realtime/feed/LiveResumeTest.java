package dev.sharedinbox.realtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SideBySide;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveResumeTest {

    private static final int WRITERS = 4;
    private static final int MESSAGES = 60;

    @Inject
    LiveFixtures fixtures;

    @Inject
    ChangeLog log;

    @RepeatedTest(3)
    void cutAtRandomPoints_seesExactlyWhatAnUncutOneSaw() {
        // Given
        var chats = chatsOfLena();
        var head = head();
        try (var writers = SideBySide.threads();
                var uncut = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var cutting = CompletableFuture.supplyAsync(() -> readWithCuts(uncut.cursor()), writers);
            writeInParallel(chats, writers);
            var all = read(uncut, new ArrayList<>(), WRITERS * MESSAGES);

            // Then
            assertThat(cutting.join()).isEqualTo(all);
            chats.forEach(chat -> assertThat(all.stream().filter(event -> event.startsWith(chat.toString())))
                    .containsExactlyElementsOf(messagesOf(chat)));
            assertThat(positionsAfter(head)).containsExactlyElementsOf(following(head, WRITERS * MESSAGES));
        }
    }

    @Test
    void parallelWriters_leaveNoGap() {
        var chats = chatsOfLena();
        var head = head();
        try (var writers = SideBySide.threads()) {
            writeInParallel(chats, writers).forEach(CompletableFuture::join);
        }

        assertThat(positionsAfter(head)).containsExactlyElementsOf(following(head, WRITERS * MESSAGES));
    }

    private List<CompletableFuture<Void>> writeInParallel(List<UUID> chats, ExecutorService writers) {
        return chats.stream()
                .map(chat -> CompletableFuture.runAsync(() -> write(chat), writers))
                .toList();
    }

    private void write(UUID chat) {
        IntStream.range(0, MESSAGES).forEach(_ -> fixtures.message(chat, "one of many"));
    }

    /// Keep cursors of events only, and forget the connection without warning after each few.
    private List<String> readWithCuts(String cursor) {
        var random = new Random(7);
        var seen = new ArrayList<String>();
        var last = cursor;
        while (seen.size() < WRITERS * MESSAGES) {
            try (var live = LiveSession.as("lena").hello(last).subscribe("changes")) {
                var until = Math.min(seen.size() + random.nextInt(40), WRITERS * MESSAGES);
                read(live, seen, until);
                last = live.cursor();
            }
        }
        return seen;
    }

    private static List<String> read(LiveSession live, List<String> seen, int until) {
        while (seen.size() < until) {
            var frame = live.next();
            if (frame.getString("type").equals("event")) {
                live.keep(frame);
                var event = frame.getJsonObject("event");
                seen.add(event.getString("chatId") + ":" + event.getInteger("seq"));
            }
        }
        return seen;
    }

    private List<UUID> chatsOfLena() {
        return Stream.generate(() -> fixtures.chatOf(DemoIds.LENA))
                .limit(WRITERS)
                .toList();
    }

    private static List<String> messagesOf(UUID chat) {
        return IntStream.rangeClosed(1, MESSAGES)
                .mapToObj(seq -> chat + ":" + seq)
                .toList();
    }

    private long head() {
        return log.head(DemoIds.WORKSPACE)
                .await()
                .atMost(Duration.ofSeconds(30))
                .position();
    }

    private List<Long> positionsAfter(long head) {
        return log.read(DemoIds.WORKSPACE, head, 10_000).await().atMost(Duration.ofSeconds(30)).stream()
                .map(Change::position)
                .toList();
    }

    private static List<Long> following(long head, int count) {
        return LongStream.rangeClosed(head + 1, head + count).boxed().toList();
    }
}
