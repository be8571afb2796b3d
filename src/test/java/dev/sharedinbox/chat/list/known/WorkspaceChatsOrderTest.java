package dev.sharedinbox.chat.list.known;

import static dev.sharedinbox.chat.list.known.NumberedChats.EARLIER;
import static dev.sharedinbox.chat.list.known.NumberedChats.LIFE;
import static dev.sharedinbox.chat.list.known.NumberedChats.NOW;
import static dev.sharedinbox.chat.list.known.NumberedChats.chat;
import static dev.sharedinbox.chat.list.known.NumberedChats.customerOf;
import static dev.sharedinbox.chat.list.known.NumberedChats.id;
import static dev.sharedinbox.chat.list.known.NumberedChats.news;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.ChatEntry;
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

/// Whatever the order in which pages ask, learn, read and keep: no chat is told older than the news beside it.
class WorkspaceChatsOrderTest {

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
                    LIFE, since, head(), ids(told, NumberedChats::id), ids(told, NumberedChats::customerOf), false);
        }
    }

    /// Takes one step of a page at a time.
    private static final class Reader {

        private final Log log;
        private final WorkspaceChats memory;
        private int next;
        private long since;
        private News news = news(LIFE, 0, 0);
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
            var all = IntStream.range(0, 6).mapToObj(NumberedChats::id).toList();
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
}
