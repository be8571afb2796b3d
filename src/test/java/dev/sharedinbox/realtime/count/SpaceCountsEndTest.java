package dev.sharedinbox.realtime.count;

import static dev.sharedinbox.realtime.count.LiveCounts.following;
import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What makes other counts of those that somebody follows, and who is told of it.
@QuarkusTest
class SpaceCountsEndTest {

    private final SpaceUser maya = SpaceUser.called("maya");
    private final SpaceUser lena = SpaceUser.called("lena");

    @Inject
    LiveFixtures fixtures;

    @Inject
    Pool pool;

    TaggedChats chats;

    @BeforeEach
    void tag() {
        chats = TaggedChats.make(fixtures, pool);
    }

    @AfterEach
    void removeWhatUsersMade() {
        fixtures.execute("delete from space_arrangement");
        fixtures.execute("delete from space where owner_id is not null");
    }

    @Test
    void changeOfTheSpacesOrOfAccess_endsTheCounts() {
        var edited = maya.creates("Edited", chats.tagged(), everyone(false));
        var unshared = maya.creates("Unshared", chats.tagged(), with("USER", DemoIds.LENA, false));
        try (var first = following("lena", edited, 0, 0);
                var second = following("lena", unshared, 0, 0);
                var pins = LiveSession.as("lena").hello().subscribe("spaceCounts");
                var access = following("jonas", edited, 0, 0)) {
            pins.expectEvent("spaceCounts.all");
            pins.expectCaughtUp();

            // When
            maya.update(edited, 1, Map.of("label", "Renamed"));
            maya.update(edited, 2, Map.of("filter", rule("status", "EQ", "CLOSED")));
            maya.update(unshared, 1, Map.of("shares", List.of()));
            lena.arrange(Map.of("order", List.of(edited), "pinned", List.of(edited)));

            // Then
            first.expectResync("SPACE_CHANGED");
            second.expectResync("SPACE_CHANGED");
            pins.expectResync("SPACE_CHANGED");
            assertThat(access.expectResync("SPACE_CHANGED").getString("cursor")).isNotEmpty();
            pins.subscribe("spaceCounts");
            assertThat(pins.expectEvent("spaceCounts.all").getJsonArray("counts"))
                    .hasSize(1);
            pins.expectCaughtUp();

            // When
            fixtures.changeAccessOf(DemoIds.LENA);

            // Then
            pins.expectResync("ACCESS_CHANGED");
        }
    }

    @Test
    void arrangement_isToldToThatUserAlone() {
        var space = lena.creates("Hers", chats.tagged());
        try (var hers = LiveSession.as("lena").hello().subscribe("changes").expectCaughtUp();
                var admins = LiveSession.as("maya").hello().subscribe("changes").expectCaughtUp()) {
            lena.arrange(Map.of("order", List.of(space), "pinned", List.of(space)));
            var chat = fixtures.chatOf(DemoIds.LENA);

            var event = hers.expectEvent("space.arranged");
            assertThat(event.fieldNames()).containsExactlyInAnyOrder("type", "at");
            assertThat(admins.expectEvent("chat.created").getString("chatId")).isEqualTo(chat.toString());
        }
    }
}
