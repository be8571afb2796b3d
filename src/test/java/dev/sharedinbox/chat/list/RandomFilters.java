package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Any filter of any viewer over random chats.
public record RandomFilters(RandomChats chats) {

    public Arbitrary<AccessScope> scopes() {
        var inboxes = Arbitraries.subsetOf(chats.inboxes()).optional(0.5);
        var teams = Arbitraries.subsetOf(chats.teams());
        return Combinators.combine(Arbitraries.of(ChatAccess.class), inboxes, Arbitraries.of(chats.users()), teams)
                .as(AccessScope::new);
    }

    /// Where the viewer's days begin: in UTC, far ahead of it and behind it.
    public Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Pacific/Kiritimati", "America/New_York").map(ZoneId::of);
    }

    public Arbitrary<Filter> filters() {
        var rule = Arbitraries.of(chats.catalogue().fields()).flatMap(this::rules);
        var inner = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, rule), net.jqwik.api.Tuple.of(1, groups(rule)));
        return groups(Arbitraries.oneOf(rule, groups(inner)));
    }

    private Arbitrary<Filter> groups(Arbitrary<Filter> parts) {
        var lists = parts.list().ofMaxSize(3);
        return Arbitraries.oneOf(lists.map(Filter.All::new), lists.map(Filter.All::new), lists.map(Filter.Any::new));
    }

    private Arbitrary<Filter> rules(Field<ChatFacts> field) {
        return Arbitraries.of(field.operators()).flatMap(operator -> rules(field, operator));
    }

    /// Rules of one kind.
    public Arbitrary<Filter> rules(Field<ChatFacts> field, FilterOperator operator) {
        return Combinators.combine(names(field), values(field, operator))
                .as((name, values) -> new Filter.Rule(name, operator, values));
    }

    private static Arbitrary<String> names(Field<ChatFacts> field) {
        return field.longestKey() != null
                ? Arbitraries.of(RandomValues.KEYS).map(key -> field.name() + "." + key)
                : Arbitraries.just(field.name());
    }

    private Arbitrary<List<String>> values(Field<ChatFacts> field, FilterOperator operator) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> Arbitraries.just(List.of());
            case WITHIN_LAST, OLDER_THAN, WITHIN_NEXT ->
                Arbitraries.of("0m", "30m", "24h", "7d", "2w", "PT30M", "P1DT12H", "PT90S")
                        .list()
                        .ofSize(1);
            case ON -> day().list().ofSize(1);
            case BETWEEN -> value(field).list().ofSize(2);
            case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF ->
                value(field).list().ofMinSize(1).ofMaxSize(3);
            default -> value(field).list().ofSize(1);
        };
    }

    private Arbitrary<String> value(Field<ChatFacts> field) {
        return switch (field.type()) {
            case ENUM, ENUM_SET, BOOLEAN -> words(field);
            case ID ->
                field.options().isEmpty()
                        ? Arbitraries.of(chats.someIds())
                        : Arbitraries.oneOf(words(field), Arbitraries.of(chats.someIds()));
            case TAGS -> Arbitraries.of(chats.someTags());
            case TEXT -> text(field);
            case NUMBER -> Arbitraries.of("-1", "0", "1", "2.0", "2.5", "3", "131026", "131047.0");
            case TIMESTAMP ->
                Arbitraries.oneOf(
                        day(),
                        Arbitraries.of(RandomValues.TIMES.stream()
                                .map(Object::toString)
                                .toList()));
        };
    }

    private static Arbitrary<String> text(Field<ChatFacts> field) {
        if (field.name().toLowerCase(Locale.ROOT).endsWith("phone")) {
            return Arbitraries.of("+1 650", "555", "(1) 650 555-0103", "9");
        }
        return Arbitraries.of(Stream.concat(RandomValues.NAMES.stream(), RandomValues.AD_IDS.stream())
                .filter(text -> !text.isBlank())
                .toList());
    }

    private static Arbitrary<String> day() {
        return Arbitraries.of("TODAY", "YESTERDAY", "TOMORROW", "2026-01-31", "2026-01-30", "2025-06-01");
    }

    private Arbitrary<String> words(Field<ChatFacts> field) {
        return Arbitraries.of(field.options().stream()
                .map(Field.Option::value)
                .filter(word -> !field.name().equals("country") || RandomValues.COUNTRIES.contains(word))
                .toList());
    }
}
