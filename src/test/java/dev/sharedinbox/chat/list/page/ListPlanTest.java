package dev.sharedinbox.chat.list.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.page.PageRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Holds how PostgreSQL finds the chats of the benchmark's lists, in a small world of the benchmark's making.
@QuarkusTest
class ListPlanTest {

    private static final int CHATS = 30_000;
    /// Counting how many chats two tags have takes most.
    private static final long MOST_ROWS = 25_000;
    /// A count looks at 20,000 chats in this test, and once more at those that fit.
    private static final long MOST_COUNTED_ROWS = 42_000;
    /// Of 21,000 customers, PostgreSQL rightly reads all, by one index or two: a trigram index pays with more of them.
    private static final long MOST_ROWS_OF_CUSTOMERS = 50_000;
    /// A name that no index leads to is compared in so few of the 21,000; those of the chats that are met count apart.
    private static final long MOST_NAMES = 1_500;

    /// What a page that goes on is made of.
    private static final double FULL = PageRequest.DEFAULT_SIZE + 1;

    /// By which indexes customers must be met, and by which they must not.
    private static final Map<String, Set<String>> ENTRIES = Map.of(
            "search: number's beginning", Set.of("contact_digits"),
            "search: rare name", Set.of("contact_search"),
            "search: last digits", Set.of("contact_digits", "contact_last_digits"),
            "search: number's end", Set.of("contact_last_digits"),
            "our last message failed", Set.of("message_outgoing"),
            "open, I wrote in it", Set.of("message_writer"),
            "country: nobody is from there", Set.of("contact_country"),
            "user name: nobody has it", Set.of("contact_username"),
            "user name's beginning", Set.of("contact_username"));

    private static final Map<String, Set<String>> DETOURS = Map.of(
            "search: number's beginning", Set.of("contact_phone_trigrams", "contact_search"),
            "search: number's end", Set.of("contact_phone_trigrams", "contact_search"),
            "search: common name", Set.of("contact_search"),
            "search: short name", Set.of("contact_search"),
            "search: short name of many", Set.of("contact_search"));

    /// A plan for any values takes the big workspace for one like these.
    private static final String NEIGHBOURS = """
            create temporary table neighbour on commit drop as
                select gen_random_uuid() as id from generate_series(1, 2000);
            insert into contact (workspace_id, id, name)
                select neighbour.id, gen_random_uuid(), 'Ana' from neighbour, generate_series(1, 5);
            insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, last_activity_at, started_at)
                select contact.workspace_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), contact.id, now(), now()
                from contact join neighbour on neighbour.id = contact.workspace_id
            """;

    private static final Set<String> LARGE =
            Set.of("chat", "chat_tag", "chat_attribute_value", "contact", "message", "session_window");

    @Test
    void everyList_isReadAlongIndexesAndLooksAtFewRows() throws SQLException, IOException {
        try (var database = database()) {
            database.setAutoCommit(false);
            // Given
            fill(database);

            // Then
            var softly = new SoftAssertions();
            for (var list : BigList.all()) {
                var plan = explainOnce(database, list);
                softly.assertThat(scanned(plan)).as(list.name()).doesNotContainAnyElementsOf(LARGE);
                softly.assertThat(looked(plan)).as(list.name()).isLessThanOrEqualTo(most(list));
                softly.assertThat(list.isOfShortName() ? namesPassedOver(plan) : 0)
                        .as(list.name())
                        .isLessThanOrEqualTo(MOST_NAMES);
                softly.assertThat(list.isMeantToFillAPage() ? met(plan) : FULL)
                        .as(list.name())
                        .isEqualTo(FULL);
                softly.assertThat(entered(plan))
                        .as(list.name())
                        .containsAll(ENTRIES.getOrDefault(list.name(), Set.of()))
                        .doesNotContainAnyElementsOf(DETOURS.getOrDefault(list.name(), Set.of("none")));
            }
            database.rollback();
            softly.assertAll();
        }
    }

    /// After a change of the statements, `./mvnw test -Dtest=ListPlanTest -Dlists.update=true` writes them anew.
    @Test
    void benchmark_hasTheStatementsOfTheProduct() throws IOException {
        var places = BigList.all().stream()
                .map(list -> list.name() + "\t" + (list.isWalk() ? "lists" : "sets") + "\t" + list.sql() + "\n")
                .collect(Collectors.joining());
        hold(BigList.DIRECTORY.resolve("lists.sql"), places);
        hold(BigList.DIRECTORY.resolveSibling("baseline_page.sql"), BigList.pageScript());
    }

    private static void hold(Path committed, String current) throws IOException {
        if (Boolean.getBoolean("lists.update")) {
            Files.writeString(committed, current);
        }
        assertThat(current).isEqualTo(Files.readString(committed));
    }

    private static Connection database() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /// Nobody else sees this world, and it ends with the transaction.
    private static void fill(Connection database) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("set local bench.chats = '" + CHATS + "'; set local bench.now = '2026-01-01T00:00:00Z';"
                    + " set local jit = off; set local join_collapse_limit = 1; set local random_page_cost = 1.1; set local session_replication_role = replica;"
                    + " set local max_parallel_workers_per_gather = 0");
            // In a world as small as this, reading everything may be the fastest; what counts is that there is a way.
            statement.execute("set local enable_seqscan = off");
            for (var part : List.of("world.sql", "customers.sql", "chats.sql")) {
                statement.execute(Files.readString(BigList.DIRECTORY.resolve(part)));
            }
            statement.execute(NEIGHBOURS);
            statement.execute("analyze " + String.join(", ", LARGE) + ", tag, chat_attribute");
        }
    }

    private static long most(BigList list) {
        if (list.isOfCustomers()) {
            return MOST_ROWS_OF_CUSTOMERS;
        }
        return list.isCount() ? MOST_COUNTED_ROWS : MOST_ROWS;
    }

    /// With the plan that serves any values.
    private static JsonObject explainOnce(Connection database, BigList list) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("savepoint planned; set local plan_cache_mode = force_generic_plan;"
                    + (list.isWalk() ? " set local enable_sort = off; set local enable_bitmapscan = off;" : "")
                    + list.prepare());
            var plan = explain(database, list.execute());
            statement.execute("deallocate list; rollback to planned");
            return plan;
        }
    }

    private static JsonObject explain(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("explain (analyze, timing off, format json) " + sql)) {
            rows.next();
            return new JsonArray(rows.getString(1)).getJsonObject(0).getJsonObject("Plan");
        }
    }

    private static Set<String> scanned(JsonObject plan) {
        return nodes(plan)
                .filter(node -> node.getString("Node Type").equals("Seq Scan") && node.getDouble("Actual Loops") > 0)
                .map(node -> node.getString("Relation Name"))
                .collect(Collectors.toSet());
    }

    /// How many chats it found.
    private static double met(JsonObject plan) {
        return nodes(plan)
                .filter(node -> "CTE page".equals(node.getString("Subplan Name")))
                .mapToDouble(node -> node.getDouble("Actual Rows"))
                .sum();
    }

    /// All rows that any index or table gave, passed over or not.
    private static long looked(JsonObject plan) {
        return nodes(plan)
                .filter(node -> node.containsKey("Relation Name") || node.containsKey("Index Name"))
                .mapToLong(node -> Math.round((node.getDouble("Actual Rows")
                                + node.getDouble("Rows Removed by Filter", 0.0)
                                + node.getDouble("Rows Removed by Index Recheck", 0.0))
                        * node.getDouble("Actual Loops")))
                .sum();
    }

    private static Set<String> entered(JsonObject plan) {
        return nodes(plan)
                .filter(node -> node.containsKey("Index Name") && node.getDouble("Actual Loops") > 0)
                .map(node -> node.getString("Index Name"))
                .collect(Collectors.toSet());
    }

    private static long namesPassedOver(JsonObject plan) {
        return nodes(plan)
                .filter(node -> "contact".equals(node.getString("Relation Name")))
                .mapToLong(node -> Math.round((node.getDouble("Rows Removed by Filter", 0.0)
                                + node.getDouble("Rows Removed by Index Recheck", 0.0))
                        * node.getDouble("Actual Loops")))
                .sum();
    }

    private static Stream<JsonObject> nodes(JsonObject plan) {
        var below = plan.getJsonArray("Plans", new JsonArray()).stream().map(JsonObject.class::cast);
        return Stream.concat(Stream.of(plan), below.flatMap(ListPlanTest::nodes));
    }
}
