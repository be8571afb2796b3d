package dev.sharedinbox.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.Sql;
import dev.sharedinbox.team.AccessScope;
import dev.sharedinbox.team.ChatAccess;
import dev.sharedinbox.team.Viewer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Whatever the filter and whoever asks: PostgreSQL, the pages of the list, the count and the predicate in memory speak
/// of the same chats.
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

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void pagesHoldTheWholeListInOrder(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll @IntRange(min = 0, max = 249) int start,
            @ForAll boolean backwards) {
        // Given
        var viewer = new Viewer(CHATS.workspace(), scope.userId(), UUID.randomUUID(), Set.of(), scope);
        var condition = ChatQuery.of(filter, null).check(viewer, CHATS.catalogue());
        var from = CHATS.place(start);
        var sql = new Sql();

        // When
        var page = CHATS.ids(
                new Scan(sql, viewer, condition, RandomChats.NOW).inOrder(backwards, Optional.of(from), 20), sql);

        // Then
        var beyond = CHATS.newestFirst().stream()
                .filter(id -> scope.allows(CHATS.facts().get(id).place()))
                .filter(id -> condition.holds(CHATS.facts().get(id), RandomChats.NOW))
                .filter(id -> CHATS.newestFirst().indexOf(id) > start != backwards && !id.equals(from.chatId()))
                .toList();
        assertThat(page)
                .isEqualTo((backwards ? beyond.reversed() : beyond)
                        .stream().limit(20).toList());
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
        var inboxes = Arbitraries.subsetOf(CHATS.inboxes()).optional(0.5);
        var teams = Arbitraries.subsetOf(CHATS.teams());
        return Combinators.combine(Arbitraries.of(ChatAccess.class), inboxes, Arbitraries.of(CHATS.users()), teams)
                .as(AccessScope::new);
    }

    @Provide
    Arbitrary<Filter> filters() {
        var rule = Arbitraries.of(CHATS.catalogue().fields()).flatMap(ChatFilterPropertyTest::rules);
        var inner = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, rule), net.jqwik.api.Tuple.of(1, groups(rule)));
        return groups(Arbitraries.oneOf(rule, groups(inner)));
    }

    private static Arbitrary<Filter> groups(Arbitrary<Filter> parts) {
        var lists = parts.list().ofMaxSize(3);
        return Arbitraries.oneOf(lists.map(Filter.All::new), lists.map(Filter.All::new), lists.map(Filter.Any::new));
    }

    private static Arbitrary<Filter> rules(Field<ChatFacts> field) {
        return Arbitraries.of(field.operators())
                .flatMap(operator -> values(field, operator)
                        .map(values -> (Filter) new Filter.Rule(field.name(), operator, values)));
    }

    private static Arbitrary<List<String>> values(Field<ChatFacts> field, FilterOperator operator) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> Arbitraries.just(List.of());
            case WITHIN_LAST, OLDER_THAN, WITHIN_NEXT ->
                Arbitraries.of("0m", "30m", "24h", "7d", "2w").list().ofSize(1);
            case BETWEEN -> value(field).list().ofSize(2);
            case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF ->
                value(field).list().ofMinSize(1).ofMaxSize(3);
            default -> value(field).list().ofSize(1);
        };
    }

    private static Arbitrary<String> value(Field<ChatFacts> field) {
        return switch (field.type()) {
            case ENUM, ENUM_SET, BOOLEAN -> words(field);
            case ID ->
                field.options().isEmpty()
                        ? Arbitraries.of(CHATS.someIds())
                        : Arbitraries.oneOf(words(field), Arbitraries.of(CHATS.someIds()));
            case TAGS -> Arbitraries.of(CHATS.someTags());
            case TEXT ->
                field.name().toLowerCase(Locale.ROOT).endsWith("phone")
                        ? Arbitraries.of("+1 650", "555", "(1) 650 555-0103", "9")
                        : Arbitraries.of(RandomChats.NAMES.stream()
                                .filter(name -> !name.isBlank())
                                .collect(Collectors.toList()));
            case NUMBER -> Arbitraries.of("-1", "0", "1", "2.0", "2.5", "3");
            case TIMESTAMP ->
                Arbitraries.of(RandomChats.TIMES.stream().map(Object::toString).toList());
        };
    }

    private static Arbitrary<String> words(Field<ChatFacts> field) {
        return Arbitraries.of(field.options().stream().map(Field.Option::value).toList());
    }
}
