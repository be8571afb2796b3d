package dev.sharedinbox.space.count;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the counts of spaces and of any filter say.
@QuarkusTest
class SpaceCountTest {

    private static final String COUNTS = """
            query ($ids: [String!]) { spaceCounts(spaceIds: $ids) { cursor
                counts { spaceId total { value exact } unread { value exact } } } }
            """;
    private static final String OF_FILTER = """
            query ($filter: ChatFilterInput, $limit: Int!) { chatCounts(filter: $filter, limit: $limit) { cursor
                total { value exact } unread { value exact } } }
            """;

    private final SpaceUser maya = SpaceUser.called("maya");

    @Inject
    Pool pool;

    UUID tag;

    @BeforeEach
    void tag() {
        tag = ChatFixtures.newTag(pool);
    }

    @AfterEach
    void removeWhatUsersMade() {
        Database.column("delete from space_arrangement returning space_id::text");
        Database.column("delete from space where owner_id is not null returning id::text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "omar", "lena", "jonas"})
    void counts_areThoseOfCountingByHand(String user) {
        // Given
        var random = new Random(7);
        IntStream.range(0, 30).forEach(_ -> chat(random).insert(pool));
        var filters = List.of(
                tagged(),
                all(tagged(), rule("assignee", "EQ", "ME")),
                all(tagged(), rule("unread", "EQ", "true")),
                all(tagged(), rule("status", "NE", "OPEN")));
        var ids = filters.stream()
                .map(filter -> maya.creates("Counted", filter, everyone(false)))
                .toList();

        // When
        var counts = counts(user, ids);

        // Then
        assertThat(counts.<String>list("spaceCounts.counts.spaceId")).containsExactlyInAnyOrderElementsOf(ids);
        for (int i = 0; i < ids.size(); i++) {
            var unread = unreadOf(user, filters.get(i));
            var byHand = List.of(unread.size(), Collections.frequency(unread, true));
            assertThat(numbers(counts, ids.get(i)))
                    .as("%s %s", user, filters.get(i))
                    .isEqualTo(byHand);
            var ofFilter = GraphQl.as(user).query(OF_FILTER, Map.of("filter", filters.get(i), "limit", 1000));
            assertThat(List.of(ofFilter.number("chatCounts.total.value"), ofFilter.number("chatCounts.unread.value")))
                    .isEqualTo(byHand);
        }
    }

    @Test
    void countBeyondTheLimit_saysThatThereIsMore() {
        // Given: a limit of 40 in tests
        IntStream.range(0, 41)
                .forEach(
                        i -> ChatFixtures.chat().tag(tag).unread(i == 0 ? 0 : 1).insert(pool));
        var id = maya.creates("Many", tagged());

        // When
        var counts = counts("maya", List.of(id));

        // Then
        assertThat(counts.number("spaceCounts.counts[0].total.value")).isEqualTo(40);
        assertThat(counts.<Boolean>get("spaceCounts.counts[0].total.exact")).isFalse();
        assertThat(counts.number("spaceCounts.counts[0].unread.value")).isEqualTo(40);
        assertThat(counts.<Boolean>get("spaceCounts.counts[0].unread.exact")).isTrue();
        var ofFilter = GraphQl.as("maya").query(OF_FILTER, Map.of("filter", tagged(), "limit", 40));
        assertThat(ofFilter.<Boolean>get("chatCounts.total.exact")).isFalse();
        assertThat(ofFilter.<Boolean>get("chatCounts.unread.exact")).isTrue();
    }

    @Test
    void withoutNames_pinnedSpacesAreCountedInTheirOrder() {
        var a = maya.creates("A", tagged());
        var b = maya.creates("B", tagged());
        var c = maya.creates("C", tagged());
        assertThat(counts("maya", null).<String>list("spaceCounts.counts.spaceId"))
                .isEmpty();

        maya.arrange(Map.of("order", List.of(c, b, a), "pinned", List.of(a, c)));

        assertThat(counts("maya", null).<String>list("spaceCounts.counts.spaceId"))
                .containsExactly(c, a);
        assertThat(counts("lena", null).<String>list("spaceCounts.counts.spaceId"))
                .isEmpty();
        assertThat(counts("maya", null).text("spaceCounts.cursor")).isNotEmpty();
    }

    @Test
    void spaceThatCannotBeCounted_isLeftOut() {
        var mine = maya.creates("Mine", tagged());
        var broken = maya.creates("Broken", tagged());
        Database.column("""
                update space set filter = '{"rule": {"field": "attributes.gone", "operator": "EQ", "values": ["x"]}}'
                where id = ?::uuid returning id::text
                """, broken);
        var named = List.of(mine, broken, "no id", new UUID(1, 1).toString());

        assertThat(counts("maya", named).<String>list("spaceCounts.counts.spaceId"))
                .containsExactly(mine);
        assertThat(counts("lena", named).<String>list("spaceCounts.counts.spaceId"))
                .isEmpty();
    }

    @Test
    void tooMuch_isRefused() {
        var ids = Collections.nCopies(21, new UUID(1, 1).toString());

        assertThat(counts("maya", ids).errorCodes()).containsExactly("INVALID_INPUT");
        assertThat(GraphQl.as("maya")
                        .query(OF_FILTER, Map.of("filter", tagged(), "limit", 10_001))
                        .errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    private ChatFixtures chat(Random random) {
        var chat = ChatFixtures.chat()
                .tag(tag)
                .unread(random.nextInt(2))
                .status(random.nextInt(3) == 0 ? "CLOSED" : "OPEN");
        var placed = random.nextBoolean() ? chat.inSupport() : chat;
        return switch (random.nextInt(4)) {
            case 0 -> placed.assignee(DemoIds.LENA);
            case 1 -> placed.assignee(DemoIds.JONAS);
            case 2 -> placed.assignee(DemoIds.MAYA);
            default -> placed;
        };
    }

    private Map<String, Object> tagged() {
        return rule("tags", "ANY_OF", tag.toString());
    }

    @SafeVarargs
    private static Map<String, Object> all(Map<String, Object>... parts) {
        return Map.of("all", List.of(parts));
    }

    private static Answer counts(String user, List<String> ids) {
        return GraphQl.as(user).query(COUNTS, ids == null ? Map.of() : Map.of("ids", ids));
    }

    private static List<Integer> numbers(Answer counts, String space) {
        var place = counts.<String>list("spaceCounts.counts.spaceId").indexOf(space);
        var path = "spaceCounts.counts[" + place + "].";
        return List.of(counts.number(path + "total.value"), counts.number(path + "unread.value"));
    }

    private static List<Boolean> unreadOf(String user, Map<String, Object> filter) {
        return GraphQl.as(user)
                .query(
                        "query ($filter: ChatFilterInput) { chats(filter: $filter, first: 100) {"
                                + " edges { node { unread } } } }",
                        Map.of("filter", filter))
                .list("chats.edges.node.unread");
    }
}
