package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorpusTest {

    /// The items that are malformed on purpose, by the reason that the ledger keeps.
    private static final Set<String> MALFORMED =
            Set.of("timestamp is not a number of seconds", "the sender is neither a number nor a user id");

    /// The lists of which every element has its place in a chat.
    private static final Set<String> IN_CHATS = Set.of("messages", "message_echoes", "calls");

    /// Some of the kinds of account events that the corpus holds; `AccountEventTest` reads each of them.
    private static final Set<String> ACCOUNT_EVENTS = Set.of(
            "TEMPLATE_APPROVED", "NUMBER_QUALITY_CHANGED", "ACCOUNT_RESTRICTED", "ERROR_REPORTED", "GROUP_CHANGED");

    private static final String TEST_BUTTON_MESSAGE = "ABGGFlA5Fpa";

    @Test
    void wholeCorpus_shuffledAndTwice_isAnswered200AndStoredOnce() throws Exception {
        // Given
        var payloads = payloads();
        assertThat(payloads).hasSize(156);
        var posts = new ArrayList<>(payloads);
        posts.addAll(payloads);
        Collections.shuffle(posts, new Random(20261123));
        var before = Ids.next();

        // When
        var answers = posts.stream().map(body -> Meta.post(body).statusCode()).toList();

        // Then
        assertThat(answers).containsOnly(200);
        var messages = new TreeSet<String>();
        var statuses = new TreeSet<String>();
        payloads.forEach(body -> collect(new JsonObject(new String(body)), "", messages, statuses));
        messages.removeAll(malformedIds());
        messages.remove(TEST_BUTTON_MESSAGE);
        assertThat(storedOnce()).containsAll(messages);
        assertThat(Database.column("select provider_message_id || ' ' || lower(status) from receipt"))
                .containsAll(statuses);
        assertThat(new TreeSet<>(items("reason", "state = 'FAILED'", before))).isEqualTo(new TreeSet<>(MALFORMED));
        assertThat(new TreeSet<>(items("field", "reason = 'nothing reads this field yet'", before)))
                .containsExactly("message_sparkles");
        assertThat(items("reason", "reason like 'WhatsApp reports error%'", before))
                .isEmpty();
        assertThat(new TreeSet<>(Database.column("select distinct kind from account_event")))
                .containsAll(ACCOUNT_EVENTS);
    }

    /// What the ledger holds of bodies that came after an id was made; other tests fill it, too.
    private static List<String> items(String column, String condition, UUID after) {
        return Database.column("select " + column + " from webhook_item where id > ? and " + condition, after);
    }

    @Test
    void escapedUnicode_isReadAsThePersonWroteIt() throws Exception {
        // When
        Meta.post(payload("message-text-escaped-unicode.json")).then().statusCode(200);

        // Then
        var id = new JsonObject(new String(payload("message-text-escaped-unicode.json")))
                .getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonObject("value")
                .getJsonArray("messages")
                .getJsonObject(0);
        assertThat(Database.column("select text from message where provider_message_id = ?", id.getString("id")))
                .containsExactly(id.getJsonObject("text").getString("body"));
    }

    private static List<String> storedOnce() {
        return Database.column("""
                select provider_message_id from (
                    select provider_message_id from message where provider_message_id is not null
                    union all select provider_message_id from reaction
                    union all select provider_message_id from amendment) stored
                group by provider_message_id having count(*) = 1
                """);
    }

    private static Set<String> malformedIds() throws Exception {
        var ids = new TreeSet<String>();
        for (var name : List.of("message-bad-timestamp.json", "message-from-not-a-number.json")) {
            collect(new JsonObject(new String(payload(name))), "", ids, new TreeSet<>());
        }
        return ids;
    }

    /// Every object under `messages`, `message_echoes` or `calls` with an id and a time is in a chat, under
    /// `statuses` it is a status, or a word about a call.
    private static void collect(Object node, String under, Set<String> messages, Set<String> statuses) {
        switch (node) {
            case JsonObject object -> {
                if (object.containsKey("id") && object.containsKey("timestamp")) {
                    if (IN_CHATS.contains(under) || "call".equals(object.getString("type"))) {
                        messages.add(object.getString("id"));
                    } else if (under.equals("statuses")) {
                        statuses.add(object.getString("id") + " " + object.getString("status"));
                    }
                }
                object.forEach(field -> collect(field.getValue(), field.getKey(), messages, statuses));
            }
            case JsonArray array -> array.forEach(element -> collect(element, under, messages, statuses));
            case null, default -> {}
        }
    }

    private static List<byte[]> payloads() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(CorpusTest::bytes)
                    .toList();
        }
    }

    private static byte[] payload(String name) throws Exception {
        return bytes(folder().resolve(name));
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(CorpusTest.class.getResource("/whatsapp-payloads").toURI());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
