package dev.sharedinbox.realtime.list;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.LiveFixtures;
import dev.sharedinbox.testing.LiveSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a change costs while many people look at many lists.
@QuarkusTest
class ListCostTest {

    private static final int CONNECTIONS = 20;
    private static final int LISTS = 50;

    @Inject
    LiveFixtures fixtures;

    @Inject
    MeterRegistry meters;

    @Test
    void changeAmongAThousandLists_isDecidedByThoseItMayConcern() {
        // Given
        var chat = fixtures.chatOf(DemoIds.LENA);
        var crowd = IntStream.range(0, CONNECTIONS).mapToObj(_ -> onlooker()).toList();
        try (var lena = LiveSession.as("lena").hello().subscribeToList("a", rule("status", "EQ", "OPEN"));
                var omar = LiveSession.as("omar").hello().subscribeToList("a", rule("assignee", "EQ", lena()))) {
            crowd.forEach(ListCostTest::awaitLists);
            lena.expectCaughtUp();
            omar.expectCaughtUp();
            assertThat(meters.get("inbox.live.lists").gauge().value()).isEqualTo(CONNECTIONS * LISTS + 2);
            fixtures.message(chat, "From here on, it is known how the chat was");
            lena.expectEventOf("chatList.entered", chat);
            omar.expectEventOf("chatList.entered", chat);
            await().until(() -> decisions() >= CONNECTIONS * LISTS + 2);

            // When
            var before = decisions();
            fixtures.message(chat, "Hello?");
            lena.expectEventOf("chatList.updated", chat);
            omar.expectEventOf("chatList.updated", chat);

            // Then
            assertThat(decisions() - before).isEqualTo(2);
        } finally {
            crowd.forEach(LiveSession::close);
        }
    }

    /// Somebody who looks at many lists, in none of which lena's chat is.
    private static LiveSession onlooker() {
        var live = LiveSession.as("maya").hello();
        for (int i = 0; i < LISTS; i++) {
            live.subscribeToList("list" + i, foreign(i));
        }
        return live;
    }

    private static JsonObject foreign(int i) {
        var other = Ids.next().toString();
        return switch (i % 4) {
            case 0 -> rule("assignee", "IN", other, DemoIds.JONAS.toString());
            case 1 -> rule("inbox", "EQ", other);
            case 2 -> all(rule("status", "EQ", "CLOSED"), rule("contactName", "NE", other));
            default ->
                JsonObject.of("any", new JsonArray(List.of(rule("assignee", "EQ", other), rule("inbox", "EQ", other))));
        };
    }

    private static JsonObject all(JsonObject... parts) {
        return JsonObject.of("all", new JsonArray(List.of(parts)));
    }

    private static String lena() {
        return DemoIds.LENA.toString();
    }

    private static void awaitLists(LiveSession live) {
        IntStream.range(0, LISTS).forEach(_ -> live.expectCaughtUp());
    }

    private double decisions() {
        return meters.counter("inbox.live.list.decisions").count();
    }
}
