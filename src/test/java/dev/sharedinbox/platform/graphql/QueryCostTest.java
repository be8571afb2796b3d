package dev.sharedinbox.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryCostTest {

    @Test
    void fields_countOnceEach() {
        assertThat(cost("{ viewer { user { id name } cursor } }")).isEqualTo(new QueryCost(3, 5, 0));
    }

    @Test
    void fieldsOfAPage_countForEachItem() {
        assertThat(cost("{ chats(first: 10) { edges { node { id } } } }").fields())
                .isEqualTo(1 + 10 * 3);
    }

    @Test
    void pageWithoutSize_countsAsADefaultPage() {
        assertThat(cost("{ chats { edges { node { id } } } }").fields()).isEqualTo(1 + 50 * 3);
    }

    @Test
    void pageSizeInAVariable_counts() {
        var document = "query ($n: Int) { chats(last: $n) { edges { node { id } } } }";

        assertThat(cost(document, Map.of("n", 7)).fields()).isEqualTo(1 + 7 * 3);
    }

    @Test
    void fragments_countWhereverTheyAreSpread() {
        var document = "{ a { ...F } b: c { ...F ... { id } } } fragment F on X { n: name }";

        assertThat(cost(document)).isEqualTo(new QueryCost(2, 5, 3));
    }

    private static QueryCost cost(String document) {
        return cost(document, Map.of());
    }

    private static QueryCost cost(String document, Map<String, Object> variables) {
        var parsed = new Parser().parseDocument(document);
        var operation = parsed.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return QueryCost.of(operation, parsed, variables);
    }
}
