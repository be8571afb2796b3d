package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LoadedClient;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// In the way of Zulip's: whatever is done, a client that loaded before and applied the feed since shows what a client
/// that loads now shows; for every role.
@QuarkusTest
class FeedTruthTest {

    private static final List<String> USERS = List.of("maya", "omar", "lena", "jonas");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PAYLOADS = Path.of("src/test/resources/whatsapp-payloads");

    /// Something done to a chat that is assigned to lena, holds a message of the customer and an answer.
    private record Deed(String name, Work work) {
        interface Work {
            void on(CustomerChat chat, String answerId);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Deed> deeds() {
        return Stream.of(
                deed("sendMessage", Map.of()),
                new Deed("reply", (chat, answer) -> maya().send(chat.id(), "Once more", Map.of("replyTo", answer))),
                deed("assignChat", Map.of("userId", DemoIds.JONAS.toString())),
                deed("assignChat", Map.of("userId", DemoIds.MAYA.toString())),
                deed("closeChat", Map.of()),
                new Deed("reopenChat", (chat, _) -> {
                    maya().does("closeChat", Map.of("chatId", chat.id()));
                    maya().does("reopenChat", Map.of("chatId", chat.id()));
                }),
                deed("markChatRead", Map.of()),
                deed("markChatUnread", Map.of()),
                new Deed("tags", (chat, _) -> {
                    var tags = List.copyOf(Database.column("select id::text from tag order by name limit 2"));
                    maya().does("addChatTags", Map.of("chatId", chat.id(), "tagIds", tags));
                    maya().does("removeChatTags", Map.of("chatId", chat.id(), "tagIds", tags.subList(0, 1)));
                }),
                new Deed(
                        "updateContact",
                        (chat, _) -> maya().api()
                                .query("""
                        mutation ($input: UpdateContactInput!) { updateContact(input: $input) { errors { code } } }
                        """, Map.of("input", Map.of("contactId", contactOf(chat), "name", "Renamed")))),
                new Deed("customer writes", (chat, _) -> chat.writesAgain()),
                new Deed("customer reacts", (chat, answer) -> fromCustomer(chat, answer, "reaction")),
                new Deed("customer writes after a close", (chat, _) -> {
                    maya().does("closeChat", Map.of("chatId", chat.id()));
                    chat.writesAgain();
                }),
                new Deed("failing message", (chat, _) -> {
                    chat.makes("REJECTS");
                    maya().sends(chat, "Never arrives");
                }));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void deed_leavesEveryClientWithWhatAFreshLoadShows(Deed deed) {
        // Given
        var chat = CustomerChat.begun();
        maya().does("assignChat", Map.of("chatId", chat.id(), "userId", DemoIds.LENA.toString()));
        var answer = Agent.called("lena").sends(chat, "How can we help?");
        var clients = USERS.stream()
                .map(user -> LoadedClient.of(user, List.of(chat.id())))
                .toList();

        // When
        deed.work().on(chat, answer);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clients)
                        .allSatisfy(client -> assertThat(client.caughtUp().screen())
                                .isEqualTo(client.loadedNow().screen())));
    }

    @Test
    void windowThatOpensAnew_isToldForClosedChatsToo() {
        // Given
        var chat = CustomerChat.begun();
        maya().does("closeChat", Map.of("chatId", chat.id()));
        Database.column("""
                update session_window w set last_customer_message_at = now() - interval '25 hours',
                    expires_at = now() - interval '1 hour', look_at = null
                from chat c where c.contact_id = w.contact_id and c.id = ?::uuid returning c.id::text
                """, chat.id());
        var client = LoadedClient.of("maya", List.of(chat.id()));
        assertThat(client.screen()).contains("\"state\" : \"CLOSED\"");

        // When
        chat.writesAgain();

        // Then
        assertThat(client.caughtUp().screen())
                .contains("\"state\" : \"OPEN\"")
                .isEqualTo(client.loadedNow().screen());
    }

    @Test
    void everyKindOfWebhook_leavesEveryClientWithWhatAFreshLoadShows() throws IOException {
        // Given
        var watched = chats();
        var clients = USERS.stream().map(user -> LoadedClient.of(user, watched)).toList();

        // When
        for (var payload : payloads()) {
            Meta.post(payload).then().statusCode(200);
        }

        // Then
        watched.addAll(chats());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(clients)
                        .allSatisfy(client -> assertThat(client.caughtUp().screen())
                                .isEqualTo(client.loadedNow().screen())));
    }

    private static Deed deed(String name, Map<String, ?> more) {
        return new Deed(name + more.keySet(), (chat, _) -> {
            if (name.equals("sendMessage")) {
                maya().sends(chat, "Anything else?");
            } else {
                var input = new HashMap<String, Object>(Map.of("chatId", chat.id()));
                input.putAll(more);
                maya().does(name, input);
            }
        });
    }

    private static Agent maya() {
        return Agent.called("maya");
    }

    private static String contactOf(CustomerChat chat) {
        return Database.column("select contact_id::text from chat where id = ?::uuid", chat.id())
                .getFirst();
    }

    private static void fromCustomer(CustomerChat chat, String answerId, String kind) {
        var target = Database.column("select provider_message_id from message where id = ?::uuid", answerId)
                .getFirst();
        Meta.post(Meta.body(Meta.messages(new JsonObject()
                        .put("from", chat.phone())
                        .put("id", "wamid." + kind + answerId)
                        .put("timestamp", Long.toString(System.currentTimeMillis() / 1000))
                        .put("type", kind)
                        .put(kind, new JsonObject().put("message_id", target).put("emoji", "👍")))))
                .then()
                .statusCode(200);
    }

    private static HashSet<String> chats() {
        return new HashSet<>(Database.column("select id::text from chat order by last_activity_at desc, id limit 25"));
    }

    /// All payloads, of messages that no other test has posted.
    private static List<byte[]> payloads() throws IOException {
        try (var files = Files.list(PAYLOADS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(FeedTruthTest::read)
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readString(file).replace("wamid.", "wamid.feed-truth-").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
