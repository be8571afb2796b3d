package dev.sharedinbox.chat.list.way;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ChatSortTest {

    private static final String CHATS = """
            query ($filter: ChatFilterInput, $spaceId: ID, $sort: ChatSort, $first: Int, $after: String, $last: Int,
                $before: String) {
              chats(filter: $filter, spaceId: $spaceId, sort: $sort, first: $first, after: $after, last: $last,
                before: $before) {
                edges { sortKey node { id contact { name } } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                endSortKey } }
            """;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    Pool pool;

    UUID tag;

    @BeforeEach
    void chatsOfEveryKind() {
        tag = ChatFixtures.newTag(pool);
        named("waits long", 5)
                .waitingSince(hoursAgo(9))
                .sessionExpiresAt(hoursAgo(-20))
                .insert(pool);
        named("waits", 4).waitingSince(hoursAgo(2)).unread(1).insert(pool);
        named("ends soon", 6).sessionExpiresAt(hoursAgo(-1)).unread(2).insert(pool);
        named("ended", 7).sessionExpiresAt(hoursAgo(1)).insert(pool);
        named("closed", 3).status("CLOSED").sessionExpiresAt(hoursAgo(-2)).insert(pool);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LAST_ACTIVITY    | closed, waits, waits long, ends soon, ended
            WAITING_LONGEST  | waits long, waits, closed, ends soon, ended
            SESSION_EXPIRING | ends soon, waits long, closed, waits, ended
            NEWEST           | closed, waits, waits long, ends soon, ended
            UNREAD_FIRST     | waits, ends soon, closed, waits long, ended
            """)
    void sort_hasItsOrder_inEitherDirection(String sort, String names) {
        assertThat(names(forward(sort))).isEqualTo(List.of(names.split(", ")));
        assertThat(names(backward(sort)).reversed()).isEqualTo(List.of(names.split(", ")));
    }

    @ParameterizedTest
    @EnumSource
    void sortKeys_areOfOneWidthAndDescend(ChatSort sort) {
        // When
        var keys = page(Map.of("sort", sort.name())).<String>list("chats.edges.sortKey");

        // Then
        assertThat(keys).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(keys.stream().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void page_saysWhereItEnds_unlessTheListDoes() {
        var page = page(Map.of("sort", "UNREAD_FIRST", "first", 2));

        assertThat(page.text("chats.endSortKey")).isEqualTo(page.text("chats.edges[1].sortKey"));
        assertThat(page(Map.of("sort", "UNREAD_FIRST")).<Object>get("chats.endSortKey"))
                .isNull();
    }

    @Test
    void cursorOfAnotherSort_isRefused() {
        var cursor = page(Map.of("sort", "NEWEST", "first", 2)).text("chats.pageInfo.endCursor");

        assertThat(page(Map.of("sort", "WAITING_LONGEST", "after", cursor)).errorCodes())
                .containsExactly("INVALID_CURSOR");
    }

    @Test
    void space_keepsASort_thatTheListMayOverrule() {
        // Given
        var space = SpaceUser.called("maya")
                .create(Map.of(
                        "label",
                        "by wait",
                        "filter",
                        SpaceUser.rule("tags", "ANY_OF", tag.toString()),
                        "sort",
                        "WAITING_LONGEST"))
                .text("createSpace.space.id");

        // When
        var own = GraphQl.as("maya").query(CHATS, Map.of("spaceId", space));
        var other = GraphQl.as("maya").query(CHATS, Map.of("spaceId", space, "sort", "UNREAD_FIRST"));

        // Then
        assertThat(names(own)).startsWith("waits long", "waits");
        assertThat(names(other)).startsWith("waits", "ends soon");
    }

    /// A chat whose last activity and start were hours ago.
    private ChatFixtures named(String name, int hours) {
        return chat().tag(tag).name(name).lastActivityAt(hoursAgo(hours));
    }

    private Instant hoursAgo(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    private List<Map<String, Object>> forward(String sort) {
        var edges = new ArrayList<Map<String, Object>>();
        var page = page(Map.of("sort", sort, "first", 2));
        edges.addAll(page.list("chats.edges"));
        while (page.<Boolean>get("chats.pageInfo.hasNextPage")) {
            page = page(Map.of("sort", sort, "first", 2, "after", page.text("chats.pageInfo.endCursor")));
            edges.addAll(page.list("chats.edges"));
        }
        return edges;
    }

    private List<Map<String, Object>> backward(String sort) {
        var edges = new ArrayList<Map<String, Object>>();
        var page = page(Map.of("sort", sort, "last", 2));
        edges.addAll(page.<Map<String, Object>>list("chats.edges").reversed());
        while (page.<Boolean>get("chats.pageInfo.hasPreviousPage")) {
            page = page(Map.of("sort", sort, "last", 2, "before", page.text("chats.pageInfo.startCursor")));
            edges.addAll(page.<Map<String, Object>>list("chats.edges").reversed());
        }
        return edges;
    }

    private Answer page(Map<String, ?> arguments) {
        var variables = new HashMap<String, Object>(arguments);
        variables.put("filter", SpaceUser.rule("tags", "ANY_OF", tag.toString()));
        return GraphQl.as("maya").query(CHATS, variables);
    }

    private static List<String> names(Answer page) {
        return names(page.list("chats.edges"));
    }

    private static List<String> names(List<Map<String, Object>> edges) {
        return edges.stream()
                .map(edge -> (Map<?, ?>) edge.get("node"))
                .map(chat -> ((Map<?, ?>) chat.get("contact")).get("name").toString())
                .toList();
    }
}
