package dev.sharedinbox.chat.list.page;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.RowLock;
import dev.sharedinbox.testing.SpaceUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists that could cost much, where little is allowed: 40 chats are looked at instead of 20,000.
@QuarkusTest
@TestProfile(CostGuardTest.LittleAllowed.class)
class CostGuardTest {

    private static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");
    private static final String CHATS = """
            query ($filter: ChatFilterInput, $sort: ChatSort, $after: String) {
              chats(filter: $filter, sort: $sort, after: $after, first: 10) {
                edges { node { id } } pageInfo { hasNextPage endCursor } endSortKey } }
            """;
    private static final String COUNT =
            "query ($filter: ChatFilterInput) { chatCount(filter: $filter) { value exact } }";

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    UUID common;

    @BeforeEach
    void manyChatsOfOneTag() {
        common = ChatFixtures.newTag(pool);
        for (int minutes = 0; minutes < 60; minutes++) {
            chat().tag(common)
                    .lastActivityAt(NOON.plus(Duration.ofMinutes(minutes)))
                    .waitingSince(NOON)
                    .insert(pool);
        }
    }

    @Test
    void tagThatOnlyOldChatsHave_isFoundAtOnce_inEverySort() {
        // Given
        var rare = ChatFixtures.newTag(pool);
        var old = NOON.minus(Duration.ofDays(1000));
        var chats = List.of(
                chat().tag(common, rare).lastActivityAt(old).insert(pool),
                chat().tag(common, rare).lastActivityAt(old.minusSeconds(1)).insert(pool));

        for (var sort : ChatSort.values()) {
            // When
            var answer = page("maya", Map.of("filter", both(common, rare), "sort", sort.name()));

            // Then
            assertThat(answer.<String>list("chats.edges.node.id"))
                    .as(sort.name())
                    .isEqualTo(chats);
            assertThat(answer.<Boolean>get("chats.pageInfo.hasNextPage")).isFalse();
        }
    }

    @Test
    void conditionsThatNeverMeet_giveEmptyPagesThatGoOn_untilTheListEnds() {
        // Given
        var other = ChatFixtures.newTag(pool);
        for (int minutes = 0; minutes < 60; minutes++) {
            chat().tag(other)
                    .lastActivityAt(NOON.plus(Duration.ofMinutes(minutes)))
                    .insert(pool);
        }
        var filter = both(common, other);
        var cutBefore = cut("page");

        // When
        var first = page("maya", Map.of("filter", filter));
        var second = page("maya", Map.of("filter", filter, "after", first.text("chats.pageInfo.endCursor")));

        // Then
        assertThat(first.list("chats.edges")).isEmpty();
        assertThat(first.<Boolean>get("chats.pageInfo.hasNextPage")).isTrue();
        assertThat(first.text("chats.endSortKey")).startsWith("2025-01-31T12:20:00");
        assertThat(second.list("chats.edges")).isEmpty();
        assertThat(second.<Boolean>get("chats.pageInfo.hasNextPage")).isFalse();
        assertThat(second.<Object>get("chats.endSortKey")).isNull();
        assertThat(cut("page") - cutBefore).isEqualTo(1);
    }

    @Test
    void countThatEndsEarly_saysSo() {
        // Given
        var other = ChatFixtures.newTag(pool);
        for (int minutes = 0; minutes < 60; minutes++) {
            chat().tag(other)
                    .lastActivityAt(NOON.plus(Duration.ofMinutes(minutes)))
                    .insert(pool);
        }

        // When
        var count = GraphQl.as("maya").query(COUNT, Map.of("filter", both(common, other)));

        // Then
        assertThat(count.number("chatCount.value")).isZero();
        assertThat(count.<Boolean>get("chatCount.exact")).isFalse();
    }

    @Test
    void agentOfFewChats_isNotLostAmongThoseOfOthers() {
        // Given
        var hers = chat().tag(common)
                .assignee(DemoIds.LENA)
                .waitingSince(NOON.plusSeconds(60))
                .insert(pool);
        var filter = SpaceUser.rule("tags", "ANY_OF", common.toString());

        // When
        var answer = page("lena", Map.of("filter", filter, "sort", "WAITING_LONGEST"));

        // Then
        assertThat(answer.<String>list("chats.edges.node.id")).containsExactly(hers);
        assertThat(answer.<Boolean>get("chats.pageInfo.hasNextPage")).isFalse();
    }

    @Test
    void listThatTakesTooLong_isRefused() {
        try (var _ = RowLock.on("lock table chat in access exclusive mode")) {
            // When
            var list = page("maya", Map.of());
            var count = GraphQl.as("maya").query(COUNT);

            // Then
            assertThat(list.errorCodes()).containsExactly("QUERY_TOO_BROAD");
            assertThat(count.errorCodes()).containsExactly("QUERY_TOO_BROAD");
        }
        assertThat(page("maya", Map.of()).errorCodes()).isEmpty();
    }

    private double cut(String what) {
        var counter = meters.find("inbox.lists.cut").tag("what", what).counter();
        return counter == null ? 0 : counter.count();
    }

    private static Map<String, Object> both(UUID one, UUID other) {
        return Map.of(
                "all",
                List.of(
                        SpaceUser.rule("tags", "ANY_OF", one.toString()),
                        SpaceUser.rule("tags", "ANY_OF", other.toString())));
    }

    private static Answer page(String user, Map<String, ?> variables) {
        return GraphQl.as(user).query(CHATS, new HashMap<>(variables));
    }

    /// Settings under which a handful of chats is much.
    public static final class LittleAllowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "inbox.lists.first-look", "10",
                    "inbox.lists.rows", "40",
                    "inbox.lists.counted-rows", "40",
                    "inbox.lists.small-set", "15",
                    "inbox.lists.timeout", "500ms");
        }
    }
}
