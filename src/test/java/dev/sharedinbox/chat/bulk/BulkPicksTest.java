package dev.sharedinbox.chat.bulk;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sharedinbox.chat.list.ChatPicks;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.team.signin.Viewers;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.RowLock;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Finding the chats of a filter where a statement may look at 40 chats instead of 20,000.
@QuarkusTest
@TestProfile(BulkPicksTest.LittleAllowed.class)
class BulkPicksTest {

    private static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");
    private static final int MANY = 300;

    @Inject
    Pool pool;

    @Inject
    ChatPicks picks;

    @Inject
    Viewers viewers;

    private BulkUser maya;
    private final Set<String> chats = new HashSet<>();
    private UUID tag;

    @BeforeEach
    void manyChats() {
        maya = BulkUser.called("maya");
        tag = ChatFixtures.newTag(pool);
        for (int minutes = 0; minutes < MANY; minutes++) {
            chats.add(chat().tag(tag)
                    .lastActivityAt(NOON.plus(Duration.ofMinutes(minutes)))
                    .insert(pool));
        }
    }

    @Test
    void allChatsOfAFilter_areFoundInSteps() {
        // Given
        var few = chat().tag(tag).lastActivityAt(NOON.minusSeconds(1)).unread(7).insert(pool);
        var alsoFew = chat().tag(tag)
                .lastActivityAt(NOON.plus(Duration.ofDays(1)))
                .unread(7)
                .insert(pool);
        var hidden = Map.of("all", List.of(tagged(), SpaceUser.rule("unreadCount", "EQ", "7")));

        // When
        var job = maya.does("MARK_READ", Map.of("filter", hidden)).text("bulkChats.job.id");

        // Then
        assertThat(maya.results(job, false)).extracting("chatId").containsExactlyInAnyOrder(few, alsoFew);
    }

    @Test
    void chatsThatMoveMeanwhile_areNotPassedOver() {
        // Given
        var stop = new AtomicBoolean();
        var ids = List.copyOf(chats);
        var moving = CompletableFuture.runAsync(() -> {
            for (int seconds = 0; !stop.get(); seconds++) {
                var chat = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
                ChatFixtures.touch(pool, chat, NOON.plus(Duration.ofDays(2)).plusSeconds(seconds));
            }
        });

        // Then
        try {
            for (int time = 0; time < 5; time++) {
                var job = maya.does("MARK_READ", Map.of("filter", tagged())).text("bulkChats.job.id");
                assertThat(maya.job(job)).containsEntry("total", MANY);
            }
        } finally {
            stop.set(true);
            moving.join();
        }
    }

    @Test
    void chatsOfAFilterThatTakesTooLong_areNotLookedForAnyFurther() {
        // Given
        var viewer = viewers.member(DemoIds.WORKSPACE, DemoIds.MAYA)
                .await()
                .indefinitely()
                .orElseThrow();

        // Then
        assertThatThrownBy(() -> picks.all(viewer, new Condition.All<>(List.of()), 10_000, Duration.ofSeconds(-1))
                        .await()
                        .indefinitely())
                .hasFieldOrPropertyWithValue("code", ErrorCode.QUERY_TOO_BROAD);
        try (var _ = RowLock.on("lock table chat in access exclusive mode")) {
            assertThat(maya.isRefused("MARK_READ", Map.of("filter", tagged()))).containsExactly("QUERY_TOO_BROAD");
        }
    }

    private Map<String, Object> tagged() {
        return SpaceUser.rule("tags", "ANY_OF", tag.toString());
    }

    /// Settings under which a handful of chats is much.
    public static final class LittleAllowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "inbox.lists.first-look", "10",
                    "inbox.lists.rows", "40",
                    "inbox.lists.small-set", "15",
                    "inbox.lists.timeout", "500ms",
                    "inbox.bulk.poll", "1h");
        }
    }
}
