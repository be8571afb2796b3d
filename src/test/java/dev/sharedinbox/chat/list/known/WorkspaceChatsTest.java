package dev.sharedinbox.chat.list.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.InboxView;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.SessionState;
import dev.sharedinbox.chat.SessionWindowView;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.team.ChatPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Chats whose versions are the positions at which they changed last.
class WorkspaceChatsTest {

    private static final UUID LIFE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(60);

    private final WorkspaceChats chats = new WorkspaceChats(3);

    @Test
    void chatThatDidNotChange_isRemembered() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(LIFE, 7, 8, id(2)));

        // Then
        assertThat(chats.find(List.of(id(1), id(2)), EARLIER)).containsOnlyKeys(id(1));
    }

    @Test
    void chatThatChanged_isForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(LIFE, 7, 8, id(1)));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatWhoseCustomerDidSomethingElsewhere_isForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7), chat(2, 7)), NOW, known);

        // When
        chats.learn(new News(LIFE, 7, 8, List.of(id(3)), List.of(customerOf(1)), false));

        // Then
        assertThat(chats.find(List.of(id(1), id(2)), EARLIER)).containsOnlyKeys(id(2));
    }

    @Test
    void chatReadBeforeItsCustomerDidSomething_isNotKeptAfterIt() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(new News(LIFE, 7, 8, List.of(id(3)), List.of(customerOf(1)), false));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatReadBeforeAChangeWasLearned_isNotKeptAfterIt() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(news(LIFE, 7, 8, id(1)));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void changeThatNoRoomIsLeftFor_isStillMinded() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(news(LIFE, 7, 8, id(1)));
        chats.learn(news(LIFE, 8, 9, id(2), id(3), id(4), id(5)));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void newsThatDoNotNameAll_makeEverythingForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(new News(LIFE, 7, 8, List.of(), List.of(), true));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void anotherLifeOfTheLog_makesEverythingForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(UUID.randomUUID(), 7, 7));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatReadLongAgo_isNotTaken() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), EARLIER, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    /// Readers that overlap in any way: each asks for news, learns them, takes what is known and reads the rest, while
    /// chats change.
    @Property(tries = 500)
    void whatIsFound_isNeverOlderThanTheNews(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int capacity) {
        var random = new Random(seed);
        var log = new Log();
        var memory = new WorkspaceChats(capacity);
        var readers =
                IntStream.range(0, 4).mapToObj(_ -> new Reader(log, memory)).toList();
        for (var step = 0; step < 300; step++) {
            if (random.nextInt(4) == 0) {
                log.change(random.nextInt(6));
            } else {
                readers.get(random.nextInt(readers.size())).step(random);
            }
        }
    }

    /// When each chat changed last.
    private static final class Log {

        private final List<Integer> changed = new ArrayList<>();

        void change(int chat) {
            changed.add(chat);
        }

        long head() {
            return changed.size();
        }

        /// When something last happened to the chat or to another one of its customer, of which it is to know, too.
        long version(int chat, long at) {
            return IntStream.rangeClosed(1, (int) at)
                    .filter(position -> customerOf(changed.get(position - 1)).equals(customerOf(chat)))
                    .max()
                    .orElse(0);
        }

        private static List<UUID> ids(List<Integer> chats, IntFunction<UUID> id) {
            return chats.stream().map(id::apply).distinct().toList();
        }

        News news(long since) {
            var told = since > head() ? List.<Integer>of() : changed.subList((int) since, changed.size());
            return new News(
                    LIFE,
                    since,
                    head(),
                    ids(told, WorkspaceChatsTest::id),
                    ids(told, WorkspaceChatsTest::customerOf),
                    false);
        }
    }

    /// Takes one step of a page at a time.
    private static final class Reader {

        private final Log log;
        private final WorkspaceChats memory;
        private int next;
        private long since;
        private News news = WorkspaceChatsTest.news(LIFE, 0, 0);
        private long known;
        private Map<UUID, ChatEntry> read = Map.of();

        Reader(Log log, WorkspaceChats memory) {
            this.log = log;
            this.memory = memory;
        }

        void step(Random random) {
            switch (next++ % 5) {
                case 0 -> since = memory.position();
                case 1 -> news = log.news(since);
                case 2 -> {
                    known = memory.learn(news);
                    take();
                }
                case 3 -> read = read(random);
                default -> memory.keep(read.values(), NOW, known);
            }
        }

        private void take() {
            var all = IntStream.range(0, 6).mapToObj(WorkspaceChatsTest::id).toList();
            memory.find(all, EARLIER)
                    .forEach((id, chat) -> assertThat((long) chat.view().unreadCount())
                            .isGreaterThanOrEqualTo(log.version((int) id.getLeastSignificantBits(), news.head())));
        }

        private Map<UUID, ChatEntry> read(Random random) {
            var chats = new TreeMap<UUID, ChatEntry>();
            random.ints(3, 0, 6).forEach(chat -> chats.put(id(chat), chat(chat, log.version(chat, log.head()))));
            return chats;
        }
    }

    private static News news(UUID life, long since, long head, UUID... chats) {
        return new News(life, since, head, List.of(chats), List.of(), false);
    }

    private static UUID id(int chat) {
        return new UUID(0, chat);
    }

    /// Customers have two chats each.
    private static UUID customerOf(int chat) {
        return new UUID(1, chat / 2);
    }

    private static ChatEntry chat(int chat, long version) {
        var view = new ChatView(
                id(chat).toString(),
                ChatStatus.OPEN,
                new InboxView("inbox", "Inbox"),
                new BusinessNumberView("number", "+1", ""),
                new ContactView(customerOf(chat).toString(), "Ada", null, null, null, false, null),
                null,
                null,
                List.of(),
                List.of(),
                (int) version,
                false,
                null,
                NOW,
                null,
                null,
                NOW,
                null,
                new SessionWindowView(SessionState.CLOSED, null, null),
                null);
        return new ChatEntry(id(chat), new ChatPlace(id(0), null, null), view);
    }
}
