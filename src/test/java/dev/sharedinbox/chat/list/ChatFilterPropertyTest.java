package dev.sharedinbox.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.page.Crossings;
import dev.sharedinbox.chat.list.page.ListStatement;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.SmallSet;
import dev.sharedinbox.chat.list.way.SmallSets;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/// Whatever the filter and whoever asks: PostgreSQL and the predicate in memory speak of the same chats.
class ChatFilterPropertyTest {

    private static final RandomChats CHATS = RandomChats.stored();

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void sqlAndMemoryAgree(
            @ForAll("filters") Filter filter, @ForAll("scopes") AccessScope scope, @ForAll("zones") ZoneId zone) {
        // Given
        var condition = check(filter, scope, zone);
        var sql = new Sql();
        var where = "c.workspace_id = " + sql.bind(CHATS.workspace()) + " and " + scope.condition(sql, "c") + " and "
                + condition.sql(sql, RandomChats.NOW);

        // When
        var selected = CHATS.ids("select c.id from chat c where " + where, sql.values());

        // Then
        var held = CHATS.facts().entrySet().stream()
                .filter(chat -> scope.allows(chat.getValue().place()))
                .filter(chat -> condition.holds(chat.getValue(), RandomChats.NOW))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(selected).containsExactlyInAnyOrderElementsOf(held);
        var wanted = new Wanted(CHATS.workspace(), scope, condition, ChatSort.LAST_ACTIVITY, RandomChats.NOW);
        assertThat(ways(wanted))
                .allSatisfy(way -> assertThat(listed(wanted, way)).containsExactlyInAnyOrderElementsOf(held));
    }

    /// A way along the chats of one tag knows that they have it, and of no other tag.
    @Example
    void rulesAboutTags_allHoldWhicheverOfThemLeads() {
        var everybody = new AccessScope(ChatAccess.ALL, Optional.empty(), new UUID(0, 0), Set.of());
        var one = CHATS.tags().getFirst().toString();
        var other = CHATS.tags().getLast().toString();
        var rules = List.of(
                tags(FilterOperator.ANY_OF, one),
                tags(FilterOperator.ANY_OF, one, other),
                tags(FilterOperator.ALL_OF, one),
                tags(FilterOperator.ALL_OF, one, other),
                tags(FilterOperator.NONE_OF, other),
                tags(FilterOperator.IS_NOT_EMPTY),
                tags(FilterOperator.IS_EMPTY));
        for (var first : rules) {
            for (var second : rules) {
                var condition = check(new Filter.All(List.of(first, second)), everybody, ZoneId.of("UTC"));
                var wanted =
                        new Wanted(CHATS.workspace(), everybody, condition, ChatSort.LAST_ACTIVITY, RandomChats.NOW);
                assertThat(ways(wanted))
                        .as("%s and %s", first, second)
                        .allSatisfy(way ->
                                assertThat(listed(wanted, way)).containsExactlyInAnyOrderElementsOf(held(condition)));
            }
        }
    }

    private static Filter tags(FilterOperator operator, String... tags) {
        return new Filter.Rule("tags", operator, List.of(tags));
    }

    /// Along indexes, and through each set of chats that holds the list.
    private static Stream<Optional<SmallSet>> ways(Wanted wanted) {
        return Stream.concat(
                Stream.of(Optional.empty()),
                new SmallSets(wanted).all().stream().map(Optional::of));
    }

    /// All chats of a list, by one of its ways.
    private static List<UUID> listed(Wanted wanted, Optional<SmallSet> way) {
        var all = new PageRequest(1_000, true, Optional.empty());
        var page = ListStatement.page(wanted, all, Optional.empty(), 0, way, 1_000_000);
        return CHATS.ids("select unnest(ids) as id from (" + page.text() + ") page", page.values());
    }

    /// Statements of lists that do not move with time are kept.
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void listThatDoesNotMoveWithTime_isAskedAlikeAtAnyTime(
            @ForAll("filters") Filter filter, @ForAll("scopes") AccessScope scope, @ForAll("zones") ZoneId zone) {
        // Given
        var condition = check(filter, scope, zone);
        Assume.that(condition.borders().isEmpty());
        var request = new PageRequest(50, false, Optional.empty());
        for (var sort : List.of(ChatSort.values())) {
            if (sort.borders().isEmpty()) {
                // When
                var now = new Wanted(CHATS.workspace(), scope, condition, sort, RandomChats.NOW);
                var later = new Wanted(CHATS.workspace(), scope, condition, sort, RandomChats.NOW.plusSeconds(90_000));
                var statements = Stream.of(now, later)
                        .map(wanted ->
                                ListStatement.page(wanted, request, Optional.empty(), 7, Optional.empty(), 2_000))
                        .toList();

                // Then
                assertThat(statements.getFirst().text())
                        .isEqualTo(statements.getLast().text());
                assertThat(values(statements.getFirst())).isDeepEqualTo(values(statements.getLast()));
            }
        }
    }

    private static Object[][] values(ListStatement statement) {
        var values = statement.values();
        return IntStream.range(0, values.size())
                .mapToObj(at ->
                        values.getValue(at) instanceof Object[] array ? array : new Object[] {values.getValue(at)})
                .toArray(Object[][]::new);
    }

    /// Every operator of every field by itself, so that none is right only because other rules hide it. Chats without a
    /// value fit whatever says "not", and nothing else but that they have none.
    @Example
    void everyOperatorOfEveryField_agrees_andKnowsWhatIsEmpty() {
        var everybody =
                new AccessScope(ChatAccess.ALL, Optional.empty(), CHATS.users().getFirst(), Set.copyOf(CHATS.teams()));
        for (var field : CHATS.catalogue().fields()) {
            for (var operator : field.operators()) {
                var some = 0;
                for (var rule : samples(field, operator)) {
                    var held = held(check(rule, everybody, ZoneId.of("America/New_York")));
                    assertThat(selected(check(rule, everybody, ZoneId.of("America/New_York"))))
                            .as("%s", rule)
                            .isEqualTo(held);
                    some += held.isEmpty() || held.size() == CHATS.facts().size() ? 0 : 1;
                    if (field.canBeEmpty() && !isAskedForNone(rule)) {
                        assertThat(held.containsAll(empty(rule, everybody)))
                                .as("%s with what is empty", rule)
                                .isEqualTo(FITS_EMPTY.contains(operator));
                    }
                }
                assertThat(some)
                        .as("samples of %s %s that part the chats", field.name(), operator)
                        .isPositive();
            }
        }
    }

    private static final Set<FilterOperator> FITS_EMPTY = EnumSet.of(
            FilterOperator.NE,
            FilterOperator.NOT_IN,
            FilterOperator.NONE_OF,
            FilterOperator.NOT_CONTAINS,
            FilterOperator.IS_EMPTY);

    private static Set<Filter.Rule> samples(Field<ChatFacts> field, FilterOperator operator) {
        return new RandomFilters(CHATS)
                .rules(field, operator)
                .sampleStream()
                .limit(60)
                .map(Filter.Rule.class::cast)
                .filter(rule -> !rule.field().endsWith(".none"))
                .collect(Collectors.toSet());
    }

    /// `NONE` among ids turns the meaning of "empty" around.
    private static boolean isAskedForNone(Filter.Rule rule) {
        return rule.values().contains("NONE");
    }

    private static Set<UUID> empty(Filter.Rule rule, AccessScope scope) {
        return held(check(
                new Filter.Rule(rule.field(), FilterOperator.IS_EMPTY, List.of()),
                scope,
                ZoneId.of("America/New_York")));
    }

    private static Set<UUID> held(Condition<ChatFacts> condition) {
        return CHATS.facts().entrySet().stream()
                .filter(chat -> condition.holds(chat.getValue(), RandomChats.NOW))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> selected(Condition<ChatFacts> condition) {
        var sql = new Sql();
        var where = "c.workspace_id = " + sql.bind(CHATS.workspace()) + " and " + condition.sql(sql, RandomChats.NOW);
        return Set.copyOf(CHATS.ids("select c.id from chat c where " + where, sql.values()));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void timeMovesOnlyChatsThatCrossABorder(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = -200_000, max = 200_000) long start,
            @ForAll @LongRange(min = 0, max = 700_000) long seconds) {
        // Given
        var condition = check(filter, scope, zone);
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
            @ForAll("filters") Filter filter, @ForAll("scopes") AccessScope scope, @ForAll("zones") ZoneId zone) {
        assertThat(check(filter, scope, zone)).isEqualTo(check(filter, scope, zone));
    }

    private static Condition<ChatFacts> check(Filter filter, AccessScope scope, ZoneId zone) {
        return CHATS.catalogue().check(filter, new FilterContext(scope.userId(), scope.teams(), zone), "filter");
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return new RandomFilters(CHATS).zones();
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
