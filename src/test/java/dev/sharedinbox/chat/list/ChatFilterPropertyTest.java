package dev.sharedinbox.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.list.page.Crossings;
import dev.sharedinbox.chat.list.page.Scan;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.AccessScope;
import dev.sharedinbox.team.Viewer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/// Whatever the filter and whoever asks: PostgreSQL and the predicate in memory speak of the same chats.
class ChatFilterPropertyTest {

    private static final RandomChats CHATS = RandomChats.stored();

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void sqlAndMemoryAgree(@ForAll("filters") Filter filter, @ForAll("scopes") AccessScope scope) {
        // Given
        var viewer = new Viewer(CHATS.workspace(), scope.userId(), UUID.randomUUID(), Set.of(), scope);
        var condition = CHATS.catalogue()
                .check(filter, new FilterContext(scope.userId(), scope.teams(), ZoneOffset.UTC), "filter");
        var sql = new Sql();
        var where = "c.workspace_id = " + sql.bind(CHATS.workspace()) + " and " + scope.condition(sql, "c") + " and "
                + condition.sql(sql, RandomChats.NOW);

        // When
        var selected = CHATS.ids("select c.id from chat c where " + where, sql);

        // Then
        var held = CHATS.facts().entrySet().stream()
                .filter(chat -> scope.allows(chat.getValue().place()))
                .filter(chat -> condition.holds(chat.getValue(), RandomChats.NOW))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(selected).containsExactlyInAnyOrderElementsOf(held);
        var all = new Sql();
        assertThat(CHATS.ids(new Scan(all, viewer, condition, RandomChats.NOW).inAnyOrder(1000), all))
                .containsExactlyInAnyOrderElementsOf(held);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void timeMovesOnlyChatsThatCrossABorder(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll @LongRange(min = -200_000, max = 200_000) long start,
            @ForAll @LongRange(min = 0, max = 700_000) long seconds) {
        // Given
        var condition = CHATS.catalogue()
                .check(filter, new FilterContext(scope.userId(), scope.teams(), ZoneOffset.UTC), "filter");
        var from = RandomChats.NOW.plusSeconds(start);
        var to = from.plusSeconds(seconds);

        // When
        var crossed = new Crossings(CHATS.pool())
                .between(CHATS.workspace(), condition.borders(), from, to, 1000)
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        assertThat(crossed)
                .containsAll(CHATS.facts().entrySet().stream()
                        .filter(chat -> condition.holds(chat.getValue(), from) != condition.holds(chat.getValue(), to))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Property(tries = 200)
    void equalFiltersOfAViewer_areEqualConditions(
            @ForAll("filters") Filter filter, @ForAll("scopes") AccessScope scope) {
        var context = new FilterContext(scope.userId(), scope.teams(), ZoneOffset.UTC);

        assertThat(CHATS.catalogue().check(filter, context, "filter"))
                .isEqualTo(CHATS.catalogue().check(filter, context, "filter"));
    }

    @Provide
    Arbitrary<AccessScope> scopes() {
        return new RandomFilters(CHATS).scopes();
    }

    @Provide
    Arbitrary<Filter> filters() {
        return new RandomFilters(CHATS).filters();
    }
}
