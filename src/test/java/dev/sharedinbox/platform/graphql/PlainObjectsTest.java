package dev.sharedinbox.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Whatever is asked and whatever the views hold, the short way answers as the engine's own does.
class PlainObjectsTest {

    private static final String SCHEMA = """
            type Query { page: Page }
            type Page { items: [Item!]! perhaps: [Item] words: [String!] first: Item! }
            type Item { id: ID! name: String! size: Int kind: Kind at: String! inner: Item slow: String! }
            enum Kind { GOOD BAD }
            """;

    public enum Kind {
        GOOD,
        BAD,
        UNKNOWN
    }

    public record Item(
            @Nullable String id,
            @Nullable String name,
            @Nullable Object size,
            @Nullable Kind kind,
            @Nullable Instant at,
            @Nullable Item inner) {}

    public record Page(
            @Nullable List<@Nullable Item> items,
            @Nullable List<@Nullable Item> perhaps,
            @Nullable List<@Nullable String> words,
            @Nullable Item first) {}

    @Property(tries = 2000)
    void answer_isThatOfTheEngine(
            @ForAll("pages") Page page, @ForAll("selections") String selection, @ForAll boolean flag) {
        // Given
        var query = "query ($flag: Boolean!) { page { " + selection + " } }"
                + " fragment Known on Item { name size inner { id } } fragment Loose on Page { words ...Twice }"
                + " fragment Twice on Page { first { kind } }";

        // When
        var ours = run(new PlainObjects(new SimpleDataFetcherExceptionHandler()), page, query, flag);

        // Then
        assertThat(ours).isEqualTo(run(new AsyncExecutionStrategy(), page, query, flag));
    }

    @Provide
    Arbitrary<Page> pages() {
        var items = items(2).injectNull(0.05).list().ofMaxSize(4).injectNull(0.05);
        return Combinators.combine(
                        items,
                        items,
                        Arbitraries.strings()
                                .ofMaxLength(3)
                                .injectNull(0.05)
                                .list()
                                .ofMaxSize(3)
                                .injectNull(0.2),
                        items(1).injectNull(0.05))
                .as(Page::new);
    }

    private static Arbitrary<Item> items(int depth) {
        var texts = Arbitraries.strings().ofMaxLength(3).injectNull(0.03);
        var sizes = Arbitraries.oneOf(
                Arbitraries.integers().map(Object.class::cast), Arbitraries.just((Object) "not a number"));
        var inner = depth == 0 ? Arbitraries.<Item>just(null) : items(depth - 1).injectNull(0.3);
        return Combinators.combine(
                        texts,
                        texts,
                        sizes.injectNull(0.1),
                        Arbitraries.of(Kind.GOOD, Kind.BAD, Kind.UNKNOWN).injectNull(0.1),
                        Arbitraries.longs()
                                .between(0, 1_000_000)
                                .map(Instant::ofEpochSecond)
                                .injectNull(0.03),
                        inner)
                .as(Item::new);
    }

    @Provide
    Arbitrary<String> selections() {
        var item = itemSelections(2);
        return Arbitraries.oneOf(
                        item.map(selection -> "items { " + selection + " }"),
                        item.map(selection -> "again: items { " + selection + " }"),
                        item.map(selection -> "perhaps { " + selection + " }"),
                        item.map(selection -> "first { " + selection + " }"),
                        Arbitraries.of("words", "w: words", "__typename", "...Loose", "words @skip(if: $flag)"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(" ", parts));
    }

    private static Arbitrary<String> itemSelections(int depth) {
        var plain = Arbitraries.of(
                "id",
                "name",
                "size",
                "kind",
                "at",
                "it: id",
                "__typename",
                "...Known",
                "size @include(if: $flag)",
                "... on Item { kind again: size }",
                "... @skip(if: $flag) { at }",
                "slow");
        var any = depth == 0
                ? plain
                : Arbitraries.oneOf(plain, itemSelections(depth - 1).map(inner -> "inner { " + inner + " }"));
        return any.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join(" ", parts));
    }

    private static Map<String, Object> run(ExecutionStrategy strategy, Page page, String query, boolean flag) {
        return GraphQL.newGraphQL(schema(page))
                .queryExecutionStrategy(strategy)
                .build()
                .execute(ExecutionInput.newExecutionInput(query).variables(Map.of("flag", flag)))
                .toSpecification();
    }

    private static GraphQLSchema schema(Page page) {
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("page", _ -> page))
                .type("Page", type -> plain(type, Page.class))
                .type("Item", type -> plain(type, Item.class).dataFetcher("slow", slow()))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
    }

    private static DataFetcher<String> slow() {
        return environment -> environment.<Item>getSource().name();
    }

    private static TypeRuntimeWiring.Builder plain(TypeRuntimeWiring.Builder type, Class<? extends Record> view) {
        Arrays.stream(view.getRecordComponents())
                .forEach(component -> type.dataFetcher(component.getName(), field(component)));
        return type;
    }

    private static PlainFetchers.PlainField field(RecordComponent component) {
        return new PlainFetchers.PlainField(component.getAccessor());
    }
}
