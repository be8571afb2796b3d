package dev.sharedinbox.chat.list.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.RandomChats;
import dev.sharedinbox.chat.list.RandomFilters;
import dev.sharedinbox.chat.list.RandomValues;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Viewer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/// Whatever the sort, the filter, whoever asks and however little may be looked at: page by page, in either direction,
/// the list is the one that memory makes.
class SortedPagesTest {

    private static final RandomChats CHATS = RandomChats.stored();
    private static final RandomChats MOVING = RandomChats.stored();

    @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
    void pagesHoldTheWholeListInOrder(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll ChatSort sort,
            @ForAll("bounds") Bounds bounds,
            @ForAll @IntRange(min = 1, max = 100) int size,
            @ForAll boolean backwards) {
        // Given
        var wanted =
                wanted(CHATS, scope, ChatQuery.of(filter, null).check(viewer(CHATS, scope), CHATS.catalogue()), sort);

        // When
        var met = read(CHATS, bounds, wanted, size, backwards, () -> {});

        // Then
        var list = CHATS.list(wanted);
        assertThat(met).isEqualTo(backwards ? list.reversed() : list);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void chatsThatStay_areMetOnceEach_whileOthersMove(
            @ForAll ChatSort sort,
            @ForAll("bounds") Bounds bounds,
            @ForAll @IntRange(min = 5, max = 60) int size,
            @ForAll boolean backwards,
            @ForAll long seed) {
        // Given
        var random = new Random(seed);
        var scope =
                new AccessScope(ChatAccess.ALL, Optional.empty(), MOVING.users().getFirst(), Set.of());
        var wanted = wanted(MOVING, scope, new Condition.All<>(List.of()), sort);
        var chats = List.copyOf(MOVING.views().keySet());
        var movers = chats.stream().filter(id -> id.hashCode() % 3 == 0).toList();

        // When
        var met = read(MOVING, bounds, wanted, size, backwards, () -> {
            for (int i = 0; i < 5; i++) {
                move(random, movers.get(random.nextInt(movers.size())));
            }
        });

        // Then
        met.removeAll(movers);
        var stayed = new ArrayList<>(MOVING.list(wanted));
        stayed.removeAll(movers);
        assertThat(met).isEqualTo(backwards ? stayed.reversed() : stayed);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void countIsRight_orSaysThatThereAreMore(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll("bounds") Bounds bounds,
            @ForAll @IntRange(min = 1, max = 300) int limit) {
        // Given
        var condition = ChatQuery.of(filter, null).check(viewer(CHATS, scope), CHATS.catalogue());
        var wanted = wanted(CHATS, scope, condition, ChatSort.LAST_ACTIVITY);

        // When
        var count = search(CHATS, bounds).count(wanted, limit).await().atMost(Duration.ofSeconds(10));

        // Then
        var all = CHATS.list(wanted).size();
        if (count.exact()) {
            assertThat(count.value()).isEqualTo(all);
        } else {
            assertThat(count.value()).isLessThanOrEqualTo(Math.min(all, limit));
        }
        if (bounds.smallSet() >= 250) {
            assertThat(count).isEqualTo(new BoundedCountView(Math.min(all, limit), all <= limit));
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void manyCountsAtOnce_areEachRight_orSayThatThereAreMore(
            @ForAll("manyFilters") List<Filter> filters,
            @ForAll("scopes") AccessScope scope,
            @ForAll("bounds") Bounds bounds,
            @ForAll @IntRange(min = 1, max = 300) int limit) {
        // Given
        var lists = filters.stream()
                .map(filter -> ChatQuery.of(filter, null).check(viewer(CHATS, scope), CHATS.catalogue()))
                .map(condition -> wanted(CHATS, scope, condition, ChatSort.LAST_ACTIVITY))
                .toList();

        // When
        var counts = new TallySearch(search(CHATS, bounds), new SetSizes(CHATS.pool()), bounds)
                .count(CHATS.workspace(), lists, limit)
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        assertThat(counts).hasSameSizeAs(lists);
        for (int i = 0; i < lists.size(); i++) {
            var all = CHATS.list(lists.get(i));
            var unread =
                    all.stream().filter(id -> CHATS.facts().get(id).unread()).toList();
            checkCount(counts.get(i).total(), all.size(), limit);
            checkCount(counts.get(i).unread(), unread.size(), limit);
        }
    }

    private static void checkCount(BoundedCountView count, int all, int limit) {
        if (count.exact()) {
            assertThat(count.value()).isEqualTo(all);
        } else {
            assertThat(count.value()).isLessThanOrEqualTo(Math.min(all, limit));
        }
    }

    @Provide
    Arbitrary<List<Filter>> manyFilters() {
        return filters().list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<AccessScope> scopes() {
        return new RandomFilters(CHATS).scopes();
    }

    @Provide
    Arbitrary<Filter> filters() {
        return new RandomFilters(CHATS).filters();
    }

    @Provide
    Arbitrary<Bounds> bounds() {
        var rows = Arbitraries.of(7L, 40L, 300L);
        return Combinators.combine(rows, rows, Arbitraries.of(0L, 60L, 300L))
                .as((first, all, set) -> new Bounds(first, Math.max(first, all), all, set));
    }

    private static List<UUID> read(
            RandomChats chats, Bounds bounds, Wanted wanted, int size, boolean backwards, Runnable between) {
        var met = new ArrayList<UUID>();
        var from = Optional.<ListPlace>empty();
        do {
            var request = new PageRequest(size, backwards, from.map(ListPlace::toString));
            var found =
                    search(chats, bounds).page(wanted, request, from, 0).await().atMost(Duration.ofSeconds(10));
            var page = found.places();
            var walked = backwards ? page.reversed() : page;
            var shown = walked.subList(0, Math.min(size, walked.size()));
            shown.forEach(place -> met.add(place.chatId()));
            var end = found.edge().or(() -> walked.size() > size ? Optional.of(shown.getLast()) : Optional.empty());
            assertThat(end.isPresent() && end.equals(from))
                    .as("stands still at %s", end)
                    .isFalse();
            from = end;
            between.run();
        } while (from.isPresent());
        return met;
    }

    private static void move(Random random, UUID chat) {
        var time = RandomValues.TIMES
                .get(random.nextInt(RandomValues.TIMES.size()))
                .atOffset(ZoneOffset.UTC);
        switch (random.nextInt(4)) {
            case 0 ->
                MOVING.run(
                        "update chat set last_activity_at = $3, unread_count = 1 - least(unread_count, 1)"
                                + " where workspace_id = $1 and id = $2",
                        MOVING.workspace(),
                        chat,
                        time);
            case 1 ->
                MOVING.run(
                        "update chat set waiting_since = case when waiting_since is null then $3::timestamptz end"
                                + " where workspace_id = $1 and id = $2",
                        MOVING.workspace(),
                        chat,
                        time);
            case 2 ->
                MOVING.run(
                        "update chat set started_at = $3 where workspace_id = $1 and id = $2",
                        MOVING.workspace(),
                        chat,
                        time);
            default ->
                MOVING.run(
                        "update session_window w set expires_at = $3 from chat c where c.workspace_id = $1 and c.id = $2"
                                + " and w.workspace_id = $1 and w.business_number_id = c.business_number_id"
                                + " and w.contact_id = c.contact_id",
                        MOVING.workspace(),
                        chat,
                        time);
        }
    }

    private static Wanted wanted(RandomChats chats, AccessScope scope, Condition<ChatFacts> condition, ChatSort sort) {
        return Wanted.of(viewer(chats, scope), condition, sort, RandomChats.NOW);
    }

    private static Viewer viewer(RandomChats chats, AccessScope scope) {
        return new Viewer(chats.workspace(), scope.userId(), UUID.randomUUID(), Set.of(), scope, ZoneOffset.UTC);
    }

    private static ListSearch search(RandomChats chats, Bounds bounds) {
        return new ListSearch(
                chats.pool(),
                chats.pool(),
                new SetSizes(chats.pool()),
                bounds,
                new ListMetrics(new SimpleMeterRegistry()));
    }

    /// How little may be looked at.
    record Bounds(long firstLook, long rows, long countedRows, long smallSet) implements ListBounds {
        @Override
        public String timeout() {
            return "5s";
        }

        @Override
        public Duration quickCount() {
            return Duration.ZERO;
        }
    }
}
