package dev.sharedinbox.realtime.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.realtime.event.Aside;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.tail.Entries;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.realtime.tail.LogConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a board makes of what a tail has at hand, and of what only the database has any more.
class ListBoardTest {

    private static final LogConfig READING = settings().getConfigMapping(LogConfig.class);
    private static final ListConfig LISTS = settings().getConfigMapping(ListConfig.class);

    private final Vertx vertx = Vertx.vertx();
    private final UUID chat = Ids.next();
    private final ListRow open = LiveListTest.rowOf(chat, ChatStatus.OPEN);
    private final ListRow closed = LiveListTest.rowOf(chat, ChatStatus.CLOSED);
    private final Log log = new Log();
    private final ListBoard board =
            new ListBoard(Ids.next(), log::listen, log::head, READING, Clock.systemUTC(), vertx.getOrCreateContext());
    private final ListGroup group = group(LiveListTest.openChats());

    @BeforeEach
    void begin() {
        board.add(group);
        await().until(() -> board.position() == 0);
    }

    @AfterEach
    void stop() {
        board.stop();
        vertx.close();
    }

    @Test
    void chatThatCameAndWentUnseen_isNotSpokenOf() {
        log.grow(0, entry(1, closed, known(closed)), entry(2, closed, known(closed)));

        await().until(() -> board.position() == 2);
        assertThat(moves()).isEmpty();
    }

    /// The chat is opened by change 2 and closed by change 3, and the tail reads the row of change 2 after
    /// both. The board reads that of change 1 between them.
    @Test
    void chatThatWasSeenInTheListWhileTheBoardWasBehind_leavesItAgain() {
        log.grow(
                1,
                entry(1, open, new Past.Unknown()),
                entry(2, closed, known(closed)),
                entry(3, closed, known(closed)));

        await().until(() -> board.position() == 3);
        assertThat(moves()).containsExactly(ListMove.LEFT);
    }

    @Test
    void boardThatCannotRead_triesAgainByItself() {
        log.failures = 1;
        log.grow(1, entry(1, open, new Past.Unknown()));

        await().until(() -> board.position() == 1);
        assertThat(moves()).containsExactly(ListMove.ENTERED);
    }

    @Test
    void listThatStumbles_loadsAfreshAndHoldsUpNoOther() {
        var stumbling = group(
                new LiveList(Ids.next(), LiveListTest.openChats().scope(), new Stumbling(), ChatSort.LAST_ACTIVITY));
        board.add(stumbling);

        log.grow(0, entry(1, open, known(closed)));

        await().until(() -> board.position() == 1);
        assertThat(moves()).containsExactly(ListMove.ENTERED);
        assertThat(stumbling.ring().after(0, 10).orElseThrow())
                .singleElement()
                .extracting(numbered -> numbered.signal())
                .isInstanceOf(ListSignal.Overrun.class);
    }

    private ListGroup group(LiveList list) {
        return new ListGroup(list, board, null, LISTS, new ListMetrics(new SimpleMeterRegistry()), Clock.systemUTC());
    }

    /// A condition that cannot be asked of anything.
    private record Stumbling() implements Condition.Leaf<ChatFacts> {

        @Override
        public String field() {
            return "stone";
        }

        @Override
        public String sql(Sql sql, Instant now) {
            throw new IllegalStateException("stumbled");
        }

        @Override
        public boolean holds(ChatFacts row, Instant now) {
            throw new IllegalStateException("stumbled");
        }
    }

    private static SmallRyeConfig settings() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(LogConfig.class)
                .withMapping(ListConfig.class)
                .build();
    }

    private List<ListMove> moves() {
        return group.ring().after(0, 10).orElseThrow().stream()
                .map(numbered -> ((ListSignal.Moved) numbered.signal()).event().move())
                .toList();
    }

    private static Past known(ListRow row) {
        return new Past.Known(row.facts(), Instant.now());
    }

    private FeedEntry entry(long position, ListRow row, Past past) {
        var change = new Change(position, ChangeType.CHAT_UPDATED, chat, null, null, new JsonObject(), Instant.now());
        return new FeedEntry(change, row.facts().place(), row.chat(), null, Aside.NOTHING, row, past, "{}", null);
    }

    /// A log of which only the end is at hand.
    private static final class Log implements Entries {

        private volatile List<FeedEntry> entries = List.of();
        private volatile int outOfHand;
        private volatile int failures;
        private Runnable bell;

        Entries listen(Runnable listener) {
            bell = listener;
            return this;
        }

        Uni<Long> head() {
            return Uni.createFrom().item(newest());
        }

        void grow(int notAtHand, FeedEntry... more) {
            outOfHand = notAtHand;
            entries = List.of(more);
            bell.run();
        }

        @Override
        public Uni<List<FeedEntry>> after(long position, int limit) {
            if (failures > 0) {
                failures--;
                return Uni.createFrom().failure(new IllegalStateException("The database is away"));
            }
            return Uni.createFrom().item(entries.subList((int) position, outOfHand));
        }

        @Override
        public Optional<List<FeedEntry>> atHand(long position, int limit) {
            return position < outOfHand
                    ? Optional.empty()
                    : Optional.of(entries.subList((int) position, entries.size()));
        }

        @Override
        public long newest() {
            return entries.size();
        }

        @Override
        public void close() {}
    }
}
