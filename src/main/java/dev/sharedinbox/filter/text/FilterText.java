package dev.sharedinbox.filter.text;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.List;
import java.util.Optional;

/// Filters as one line of text, in RSQL: `status==OPEN;(assignee==ME,tags=any=(vip,"very urgent"))`. A
/// semicolon joins what must all hold, a comma what may hold instead; a value with other characters than
/// letters, digits, `.`, `_`, `-`, `:` and `+` is put in quotes, where a backslash stands before a quote or a
/// backslash. In the name of a field, such a sign is written as in an address: a space as `%20`. Nothing is
/// checked but the form; see [Catalogue#check].
public final class FilterText {

    /// How many characters a filter may have.
    public static final int MAX_LENGTH = 10_000;
    /// The parser calls itself for each bracket; a filter needs far fewer.
    private static final int MAX_BRACKETS = 20;

    private FilterText() {}

    /// Read a filter; blank text is the filter that everything passes.
    ///
    /// @param path where the text stands in a request
    /// @throws InboxException `INVALID_FILTER` with the place in the text and what is allowed
    public static Filter parse(String text, String... path) {
        if (text.isBlank()) {
            return new Filter.All(List.of());
        }
        if (text.length() > MAX_LENGTH) {
            throw refuse("A filter has at most " + MAX_LENGTH + " characters.", path);
        }
        if (deepest(text) > MAX_BRACKETS) {
            throw refuse("At most " + Catalogue.MAX_DEPTH + " groups may stand within each other.", path);
        }
        try {
            return filter(new RSQLParser(TextOperator.all()).parse(text), path);
        } catch (RSQLParserException e) {
            throw refuse(TextFault.of(e.getCause()), path);
        }
    }

    /// Write a filter as [#parse] reads it; empty for one that nothing passes, which the language cannot say. Groups of
    /// one part are written as the part, and parts that change nothing are left out.
    public static Optional<String> print(Filter filter) {
        return switch (Simple.of(filter)) {
            case Simple.Everything _ -> Optional.of("");
            case Simple.Nothing _ -> Optional.empty();
            case Simple.Some(var some) -> Optional.of(TextWriter.write(some));
        };
    }

    private static Filter filter(Node node, String... path) {
        return switch (node) {
            case ComparisonNode rule ->
                TextOperator.of(rule.getOperator())
                        .rule(FieldName.read(rule.getSelector()), rule.getArguments())
                        .orElseThrow(() -> refuse(
                                "After '" + rule.getSelector() + rule.getOperator() + "' comes true or false.", path));
            case LogicalNode group -> {
                var parts = group.getChildren().stream()
                        .map(part -> filter(part, path))
                        .toList();
                yield group instanceof AndNode ? new Filter.All(parts) : new Filter.Any(parts);
            }
            default -> throw new IllegalStateException("RSQL has comparisons and groups only");
        };
    }

    /// How deep brackets nest at most, those in quotes included: nobody needs so many there either.
    private static int deepest(String text) {
        var depth = 0;
        var deepest = 0;
        for (int place = 0; place < text.length(); place++) {
            switch (text.charAt(place)) {
                case '(' -> deepest = Math.max(deepest, ++depth);
                case ')' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static InboxException refuse(String message, String... path) {
        return new InboxException(ErrorCode.INVALID_FILTER, message, path);
    }
}
