package dev.sharedinbox.platform.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an operation asks for, measured before anything runs. Each fragment is measured once, however often it is
/// spread, so that measuring cannot be made expensive.
///
/// @param depth how deep fields nest
/// @param fields how many fields the answer may hold, pages counted in full
/// @param aliases how many fields are renamed, wherever they stand
record QueryCost(int depth, long fields, long aliases) {

    private static final QueryCost NONE = new QueryCost(0, 0, 0);
    private static final long DEFAULT_PAGE = 50;
    /// Far above every limit, far below an overflow.
    private static final long CEILING = 1_000_000_000;

    static QueryCost of(OperationDefinition operation, Document document, Map<String, Object> variables) {
        return new Measure(document, variables).of(operation.getSelectionSet());
    }

    private QueryCost beside(QueryCost other) {
        return new QueryCost(
                Math.max(depth, other.depth), capped(fields + other.fields), capped(aliases + other.aliases));
    }

    private QueryCost below(Field parent, long items) {
        var renamed = parent.getAlias() == null ? 0 : 1;
        return new QueryCost(depth + 1, capped(1 + items * fields), capped(aliases + renamed));
    }

    private static long capped(long count) {
        return Math.min(count, CEILING);
    }

    private static final class Measure {

        private final Map<String, FragmentDefinition> fragments = new HashMap<>();
        private final Map<String, QueryCost> measured = new HashMap<>();
        private final Map<String, Object> variables;

        Measure(Document document, Map<String, Object> variables) {
            this.variables = variables;
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }

        QueryCost of(@Nullable SelectionSet selections) {
            return selections == null
                    ? NONE
                    : selections.getSelections().stream().map(this::of).reduce(NONE, QueryCost::beside);
        }

        private QueryCost of(Selection<?> selection) {
            return switch (selection) {
                case Field field -> of(field.getSelectionSet()).below(field, items(field));
                case InlineFragment inline -> of(inline.getSelectionSet());
                case FragmentSpread spread -> ofFragment(spread.getName());
                default -> throw new IllegalStateException("GraphQL has three kinds of selections");
            };
        }

        /// Validation has refused fragments that are missing or spread themselves.
        private QueryCost ofFragment(String name) {
            var known = measured.get(name);
            if (known != null) {
                return known;
            }
            var fragment = fragments.get(name);
            var cost = fragment == null ? NONE : of(fragment.getSelectionSet());
            measured.put(name, cost);
            return cost;
        }

        private long items(Field field) {
            var asked = field.getArguments().stream()
                    .filter(argument -> argument.getName().equals("first")
                            || argument.getName().equals("last"))
                    .flatMap(this::number)
                    .findFirst();
            return asked.orElseGet(() -> isPage(field) ? DEFAULT_PAGE : 1L);
        }

        private Stream<Long> number(Argument argument) {
            var value = switch (argument.getValue()) {
                case IntValue literal -> literal.getValue();
                case VariableReference variable -> variables.get(variable.getName());
                default -> null;
            };
            return value instanceof Number number
                    ? Stream.of(Math.clamp(number.longValue(), 1, CEILING))
                    : Stream.empty();
        }

        private static boolean isPage(Field field) {
            return field.getSelectionSet() != null
                    && field.getSelectionSet().getSelectionsOfType(Field.class).stream()
                            .anyMatch(child -> child.getName().equals("edges"));
        }
    }
}
