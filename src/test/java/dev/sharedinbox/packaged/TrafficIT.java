package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Meta;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.FileUtils;

/// Random traffic, signed and posted to the running product, leaves what a simple model says, in whatever order it
/// comes. `-Djqwik.tries.default=1000` tries longer; a failure prints its seed.
class TrafficIT {

    private static final String ORDERED = "ordered";
    private static final String SHUFFLED = "shuffled";
    private static final List<String> ORDERED_NUMBERS = List.of("300100200300911", "300100200300912");
    private static final List<String> SHUFFLED_NUMBERS = List.of("300100200300921", "300100200300922");
    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final int MOST_BODIES = 30;
    private static final int SENDERS = 4;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Path directory;
    private static Installed installed;
    private static Connection connection;
    private static int tries;

    @BeforeContainer
    static void install() throws Exception {
        directory = Files.createTempDirectory("traffic");
        installed = Installed.in(directory).whenReady();
        installed.addPlugin(ORDERED, ORDERED_NUMBERS, "demo-app-secret");
        installed.addPlugin(SHUFFLED, SHUFFLED_NUMBERS, "demo-app-secret");
        connection = installed.connection();
    }

    @AfterContainer
    static void remove() throws Exception {
        connection.close();
        installed.close();
        FileUtils.deleteDirectory(directory.toFile());
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void traffic_leavesWhatTheModelSays(
            @ForAll("facts") List<Fact> facts,
            @ForAll @IntRange(min = 1, max = RandomFacts.MOST) int perBody,
            @ForAll @IntRange(min = 1, max = 6) int perEntry,
            @ForAll boolean padded)
            throws Exception {
        // Given
        var traffic = traffic(ORDERED_NUMBERS, facts);
        var unreadable = StoredState.unreadable(connection);

        // When
        var bodies = bodies(traffic, places(facts), perBody, perEntry);
        bodies.set(0, padded ? padded(bodies.getFirst()) : bodies.getFirst());
        var answers = bodies.stream().map(body -> post(ORDERED, body)).toList();

        // Then
        assertThat(answers).containsOnly(200);
        assertThat(stored(ORDERED, traffic)).isEqualTo(ExpectedState.of(traffic).lines());
        assertThat(StoredState.unreadable(connection) - unreadable)
                .isEqualTo(ExpectedState.of(traffic).unreadable());
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void trafficOfParallelSendersOutOfOrderAndTwice_leavesTheSame(
            @ForAll("facts") List<Fact> facts,
            @ForAll @IntRange(min = 1, max = 20) int perBody,
            @ForAll @IntRange(min = 1, max = 6) int perEntry,
            @ForAll Random random)
            throws Exception {
        // Given
        var ordered = traffic(ORDERED_NUMBERS, facts);
        var shuffled = new Traffic(ordered.name(), SHUFFLED_NUMBERS, ordered.begin(), ordered.phones(), facts);
        var places = new ArrayList<>(places(facts));
        places.addAll(places(facts));
        Collections.shuffle(places, random);

        // When
        var inOrder = bodies(ordered, places(facts), perBody, perEntry).stream()
                .map(body -> post(ORDERED, body))
                .toList();
        var inParallel = inParallel(bodies(shuffled, places, perBody, perEntry));

        // Then
        assertThat(inOrder).containsOnly(200);
        assertThat(inParallel).containsOnly(200);
        assertThat(stored(SHUFFLED, shuffled))
                .isEqualTo(ExpectedState.of(shuffled).lines());
        assertThat(hash(stored(SHUFFLED, shuffled), SHUFFLED_NUMBERS))
                .isEqualTo(hash(stored(ORDERED, ordered), ORDERED_NUMBERS));
    }

    /// As much as Meta promises not to exceed.
    @Property(tries = 2, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void thousandUpdatesInABodyOfThreeMegabytes_leaveWhatTheModelSays(
            @ForAll("mostFacts") List<Fact> facts, @ForAll @IntRange(min = 1, max = 6) int perEntry) throws Exception {
        // Given
        var traffic = traffic(ORDERED_NUMBERS, facts);
        var body = padded(new Envelope(traffic, perEntry).of(places(facts)));
        assertThat(facts).hasSize(1000);
        assertThat(ascii(body)).hasSizeBetween(LARGEST_BODY - 200, LARGEST_BODY);

        // When
        var answer = post(ORDERED, body);

        // Then
        assertThat(answer).isEqualTo(200);
        assertThat(stored(ORDERED, traffic)).isEqualTo(ExpectedState.of(traffic).lines());
    }

    @Provide
    Arbitrary<List<Fact>> mostFacts() {
        return RandomFacts.facts(RandomFacts.MOST, RandomFacts.MOST);
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return RandomFacts.facts(1, RandomFacts.MOST);
    }

    /// Traffic that no other try knows anything of.
    private static Traffic traffic(List<String> numbers, List<Fact> facts) {
        tries++;
        var begin = System.currentTimeMillis() / 1000 - 2L * RandomFacts.MOST;
        return new Traffic(
                "try" + tries, numbers, begin, 16_505_550_000L + (long) tries * RandomFacts.CUSTOMERS, facts);
    }

    private static List<String> stored(String plugin, Traffic traffic) throws Exception {
        return StoredState.of(connection, plugin, traffic, RandomFacts.CUSTOMERS - 1);
    }

    private static List<Integer> places(List<Fact> facts) {
        return IntStream.range(0, facts.size()).boxed().toList();
    }

    private static int hash(List<String> state, List<String> numbers) {
        return state.stream()
                .map(line -> line.replace(numbers.getFirst(), "first").replace(numbers.getLast(), "last"))
                .sorted()
                .toList()
                .hashCode();
    }

    /// Envelopes of so many facts each; not too many of them, for time's sake.
    private static List<JsonObject> bodies(Traffic traffic, List<Integer> places, int wanted, int perEntry) {
        var perBody = Math.max(wanted, places.size() / MOST_BODIES + 1);
        var envelope = new Envelope(traffic, perEntry);
        var bodies = new ArrayList<JsonObject>();
        for (var from = 0; from < places.size(); from += perBody) {
            bodies.add(envelope.of(places.subList(from, Math.min(places.size(), from + perBody))));
        }
        return bodies;
    }

    /// Up to the largest body that Meta promises not to exceed.
    private static JsonObject padded(JsonObject body) {
        var room = LARGEST_BODY - ascii(body).length - 100;
        return room > 0 ? body.copy().put("padding", "x".repeat(room)) : body;
    }

    private static List<Integer> inParallel(List<JsonObject> bodies) throws Exception {
        var posts = bodies.stream()
                .<Callable<Integer>>map(body -> () -> post(SHUFFLED, body))
                .toList();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var answers = new ArrayList<Integer>();
            for (var answer : senders.invokeAll(posts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static int post(String plugin, JsonObject body) {
        var bytes = ascii(body);
        var request = HttpRequest.newBuilder(installed.uri("/webhooks/whatsapp/" + plugin))
                .header("X-Hub-Signature-256", Meta.signature(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Escaped as Meta does it, which is the only way to send half a surrogate pair.
    private static byte[] ascii(JsonObject body) {
        var ascii = new StringBuilder();
        body.encode().chars().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("\\u%04x".formatted(c));
            }
        });
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
