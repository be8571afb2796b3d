package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields that rows of a kind can be filtered by. It turns what a client wrote into a [Condition], or refuses it
/// with the path of the first rule that is wrong and what would be right.
///
/// @param <T> the row in memory
public final class Catalogue<T> {

    /// How many groups may stand within each other.
    public static final int MAX_DEPTH = 3;
    /// How many rules a filter may have, and how many groups.
    public static final int MAX_RULES = 50;
    /// How many values a rule may have.
    public static final int MAX_VALUES = 100;
    /// How long a value may be.
    public static final int MAX_LENGTH = 200;

    private final List<Field<T>> fields;
    private final Map<String, Field<T>> byName;

    /// @param fields with different names
    public Catalogue(List<Field<T>> fields) {
        this.fields = List.copyOf(fields);
        byName = fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));
    }

    /// The fields, in the order in which people see them.
    public List<Field<T>> fields() {
        return fields;
    }

    /// The same fields, but for the one of this name.
    public Catalogue<T> with(Field<T> other) {
        return new Catalogue<>(fields.stream()
                .map(field -> field.name().equals(other.name()) ? other : field)
                .toList());
    }

    /// Check a filter that stands at `path` of a request.
    ///
    /// @throws dev.sharedinbox.platform.failure.InboxException `INVALID_FILTER` with the path of what is wrong
    public Condition<T> check(Filter filter, FilterContext context, String... path) {
        return new FilterCheck<>(this, context).condition(filter, List.of(path), 1);
    }

    Condition<T> condition(PlacedRule rule) {
        var field = find(rule.rule().field())
                .orElseThrow(() -> rule.refuse("There is no such field. Fields: " + names() + ".", "field"));
        if (!field.operators().contains(rule.operator())) {
            throw rule.refuse("'" + field.name() + "' allows " + words(field.operators()) + ".", "operator");
        }
        checkValues(rule);
        return field.condition(rule);
    }

    private Optional<Field<T>> find(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> keyed(name));
    }

    private Optional<Field<T>> keyed(String name) {
        return Optional.of(name.indexOf('.'))
                .filter(dot -> dot > 0)
                .flatMap(dot -> Optional.ofNullable(byName.get(name.substring(0, dot))))
                .filter(field -> field.longestKey() != null);
    }

    private static void checkValues(PlacedRule rule) {
        var values = rule.rule().values();
        var arity = rule.operator().arity();
        if (!arity.fits(values.size())) {
            throw rule.refuse(rule.operator() + " takes " + arity.words() + ".", "values");
        }
        for (int index = 0; index < values.size(); index++) {
            if (!isReadable(values.get(index))) {
                throw rule.refuse("Expected 1 to " + MAX_LENGTH + " characters.", "values", Integer.toString(index));
            }
        }
    }

    /// PostgreSQL's text has no zero character and no half of a surrogate pair.
    private static boolean isReadable(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH && Texts.isStorable(value);
    }

    private String names() {
        return fields.stream()
                .map(field -> field.longestKey() == null ? field.name() : field.name() + ".<key>")
                .collect(Collectors.joining(", "));
    }

    private static String words(List<FilterOperator> operators) {
        return operators.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
