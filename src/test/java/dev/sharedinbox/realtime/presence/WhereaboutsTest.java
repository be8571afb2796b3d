package dev.sharedinbox.realtime.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /// A step in somebody's day. Connection n is user n / 2, so that everybody has two.
    private record Step(int kind, Doing doing, int connection, int chat, int seconds) {}

    @Property
    void whoeverAppliesTheEvents_knowsWhoDoesWhat(@ForAll("days") List<Step> day) {
        var whereabouts = new Whereabouts(1000);
        var seen = new HashSet<String>();

        for (var step : day) {
            apply(seen, take(whereabouts, step));

            assertThat(seen).isEqualTo(truth(whereabouts));
        }
    }

    @Property
    void bound_isKept(@ForAll("days") List<Step> day) {
        var whereabouts = new Whereabouts(3);

        for (var step : day) {
            var told = take(whereabouts, step);

            assertThat(Stream.of(Doing.values())
                            .mapToInt(doing -> whereabouts.all(doing).size())
                            .sum())
                    .isLessThanOrEqualTo(3);
            assertThat(told).allSatisfy(event -> assertThat(event.json()).isNotBlank());
        }
    }

    @Test
    void renewal_isToldWithTheLaterEnd() {
        var whereabouts = new Whereabouts(10);
        assertThat(whereabouts.put(presence(new Step(0, Doing.VIEWING, 1, 1, 5))))
                .hasSize(1);

        var renewed = whereabouts.put(presence(new Step(0, Doing.VIEWING, 1, 1, 9)));

        assertThat(renewed)
                .singleElement()
                .satisfies(event -> assertThat(event.json()).contains("\"on\":true", "2026-01-01T00:00:09Z"));
        assertThat(whereabouts.expire(NOW.plusSeconds(6))).isEmpty();
        assertThat(whereabouts.expire(NOW.plusSeconds(9))).hasSize(1);
    }

    @Provide
    Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Doing.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static List<PresenceEvent> take(Whereabouts whereabouts, Step step) {
        return switch (step.kind()) {
            case 0, 1 -> whereabouts.put(presence(step));
            case 2 -> whereabouts.end(step.doing(), id(step.connection()));
            default -> whereabouts.expire(NOW.plusSeconds(step.seconds()));
        };
    }

    private static void apply(Set<String> seen, List<PresenceEvent> events) {
        for (var event : events) {
            var json = new JsonObject(event.json());
            var fact = json.getString("type")
                    + json.getString("chatId")
                    + json.getJsonObject("user").getString("id");
            if (json.getBoolean("on")) {
                seen.add(fact);
            } else {
                seen.remove(fact);
            }
        }
    }

    private static Set<String> truth(Whereabouts whereabouts) {
        return Stream.of(Doing.values())
                .flatMap(doing -> whereabouts.all(doing).stream())
                .map(presence -> presence.doing().word()
                        + presence.chatId()
                        + presence.person().id())
                .collect(Collectors.toSet());
    }

    private static Presence presence(Step step) {
        return new Presence(
                step.doing(),
                id(100 + step.chat()),
                id(step.connection()),
                new Person(id(200 + step.connection() / 2), "Somebody"),
                NOW.plusSeconds(step.seconds()));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
