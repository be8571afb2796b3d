package dev.sharedinbox.filter.text;

import dev.sharedinbox.filter.Filter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a filter, whose groups have parts, as text.
final class TextWriter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:+-]+");

    private TextWriter() {}

    static String write(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> join(parts, ";");
            case Filter.Any(var parts) -> join(parts, ",");
            case Filter.Rule rule -> write(rule);
        };
    }

    private static String join(List<Filter> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof Filter.Rule ? write(part) : "(" + write(part) + ")")
                .collect(Collectors.joining(word));
    }

    private static String write(Filter.Rule rule) {
        var operator = TextOperator.of(rule.operator());
        return FieldName.write(rule.field())
                + operator.symbol()
                + switch (rule.operator()) {
                    case IS_EMPTY -> "true";
                    case IS_NOT_EMPTY -> "false";
                    default ->
                        operator.takesMany()
                                ? rule.values().stream()
                                        .map(TextWriter::quoted)
                                        .collect(Collectors.joining(",", "(", ")"))
                                : quoted(rule.values().getFirst());
                };
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : '"' + value.replaceAll("[\\\\\"]", "\\\\$0") + '"';
    }
}
