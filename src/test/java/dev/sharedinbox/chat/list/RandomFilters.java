package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.team.AccessScope;
import dev.sharedinbox.team.ChatAccess;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        return Arbitraries.of(field.operators())
                .flatMap(operator -> values(field, operator)
                        .map(values -> (Filter) new Filter.Rule(field.name(), operator, values)));
    }

    private Arbitrary<List<String>> values(Field<ChatFacts> field, FilterOperator operator) {
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

    private Arbitrary<String> value(Field<ChatFacts> field) {
        return switch (field.type()) {
            case ENUM, ENUM_SET, BOOLEAN -> words(field);
            case ID ->
                field.options().isEmpty()
                        ? Arbitraries.of(chats.someIds())
                        : Arbitraries.oneOf(words(field), Arbitraries.of(chats.someIds()));
            case TAGS -> Arbitraries.of(chats.someTags());
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

    private Arbitrary<String> words(Field<ChatFacts> field) {
        return Arbitraries.of(field.options().stream().map(Field.Option::value).toList());
    }
}
