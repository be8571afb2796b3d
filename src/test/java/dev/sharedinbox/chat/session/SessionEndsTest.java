package dev.sharedinbox.chat.session;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.NotifiedUser;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionEndsTest {

    private static final String CLOSING = "session.closing OPEN";
    private static final String CLOSED = "session.closed CLOSED";

    @Inject
    SessionEnds ends;

    @Inject
    Pool pool;

    @Inject
    Database database;

    private GraphQl maya;
    private String cursor;

    @BeforeEach
    void nothingIsDue() {
        maya = GraphQl.as("maya");
        tell();
        cursor = cursor(maya);
    }

    @Test
    void windowThatIsAboutToClose_isToldOnceToWhoMaySeeTheChat() {
        // Given
        var chat = chat().assignee(DemoIds.LENA)
                .sessionExpiresAt(in(Duration.ofMinutes(30)))
                .insert(pool);
        var lena = GraphQl.as("lena");
        var jonas = GraphQl.as("jonas");
        var lenas = cursor(lena);
        var jonases = cursor(jonas);

        // When
        tell();
        tell();

        // Then
        assertThat(told(maya, cursor, chat)).containsExactly(CLOSING);
        assertThat(told(lena, lenas, chat)).containsExactly(CLOSING);
        assertThat(told(jonas, jonases, chat)).isEmpty();
    }

    @Test
    void windowOfWhoeverWaits_notifiesTheAssigneeBeforeItCloses() {
        // Given
        var ends = in(Duration.ofMinutes(30));
        var waits = chat().assignee(DemoIds.LENA).sessionExpiresAt(ends).waitingSince(in(Duration.ofHours(-23)));
        var waiting = waits.insert(pool);
        var answered = chat().assignee(DemoIds.LENA).sessionExpiresAt(ends).insert(pool);
        var lena = NotifiedUser.called("lena");
        var before = lena.cursor();

        // When
        tell();

        // Then
        assertThat(lena.kindsAfter(before, waiting)).containsExactly("SESSION_CLOSING");
        assertThat(lena.kindsAfter(before, answered)).isEmpty();
    }

    @Test
    void windowWithTimeLeft_isNotToldOf() {
        var chat = chat().sessionExpiresAt(in(Duration.ofHours(5))).insert(pool);

        tell();

        assertThat(told(chat)).isEmpty();
    }

    @Test
    void windowThatClosedWhileNobodyLooked_isToldAsClosedOnly() {
        // Given
        var chat = chat().sessionExpiresAt(in(Duration.ofDays(-2))).insert(pool);

        // When
        tell();
        tell();

        // Then
        assertThat(told(chat)).containsExactly(CLOSED);
    }

    @Test
    void windowOfAClosedChat_isNotToldOf() {
        var chat = chat().status("CLOSED")
                .sessionExpiresAt(in(Duration.ofMinutes(-1)))
                .insert(pool);

        tell();

        assertThat(told(chat)).isEmpty();
    }

    @Test
    void windowThatIsProlonged_isToldAnew() {
        // Given
        var chat = CustomerChat.begun();
        endsIn(chat, Duration.ofMinutes(20));
        tell();
        chat.writesAgain();
        tell();
        var whenProlonged = told(chat.id());

        // When
        endsIn(chat, Duration.ofMinutes(10));
        tell();
        endsIn(chat, Duration.ofMinutes(-1));
        tell();
        chat.writesAgain();
        endsIn(chat, Duration.ofMinutes(-1));
        tell();

        // Then
        assertThat(whenProlonged).containsExactly(CLOSING);
        assertThat(told(chat.id()).stream().map(event -> event.split(" ")[0]))
                .containsExactly("session.closing", "session.closing", "session.closed", "session.closed");
    }

    @Test
    void message_leavesTheNextLookAsItIs() {
        // Given
        var chat = CustomerChat.begun();
        tell();
        var look = look(chat);

        // When
        chat.writesAgain();

        // Then
        assertThat(look(chat)).isEqualTo(look).isNotEmpty();
    }

    @Test
    void severalNodesAtOnce_tellEachWindowOnce() {
        // Given
        var chats = IntStream.range(0, 70)
                .mapToObj(
                        _ -> chat().sessionExpiresAt(in(Duration.ofMinutes(-1))).insert(pool))
                .toList();

        // When
        Uni.join()
                .all(Stream.generate(ends::tell).limit(4).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        assertThat(chats).allSatisfy(chat -> assertThat(changes(chat)).containsExactly("session.closed"));
    }

    @Test
    void customerWhoWritesAtThatMoment_isNeverToldAsGone() {
        // Given
        var chats = Stream.generate(CustomerChat::begun).limit(6).toList();
        chats.forEach(chat -> endsIn(chat, Duration.ofMinutes(-1)));

        // When
        var running = new ArrayList<CompletableFuture<?>>();
        chats.forEach(chat -> running.add(CompletableFuture.supplyAsync(chat::writesAgain)));
        IntStream.range(0, 4).forEach(_ -> running.add(CompletableFuture.runAsync(this::tell)));
        running.forEach(CompletableFuture::join);
        tell();

        // Then
        assertThat(chats).allSatisfy(chat -> {
            assertThat(changes(chat.id()).stream().filter("session.closed"::equals))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(look(chat)).hasSize(1).doesNotContainNull();
        });
    }

    private void tell() {
        ends.tell().await().atMost(Duration.ofSeconds(20));
    }

    private void endsIn(CustomerChat chat, Duration duration) {
        database.run("""
                update session_window w set expires_at = $2, last_customer_message_at = $2::timestamptz - interval '24 hours',
                    look_at = now() - interval '1 second'
                from chat where chat.id = $1 and w.contact_id = chat.contact_id
                """, UUID.fromString(chat.id()), in(duration).atOffset(ZoneOffset.UTC));
    }

    private static List<String> look(CustomerChat chat) {
        return Database.column("""
                select w.look_at::text from session_window w join chat on chat.contact_id = w.contact_id
                where chat.id = ?::uuid
                """, chat.id());
    }

    private static List<String> changes(String chat) {
        return Database.column(
                "select type from change where chat_id = ?::uuid and type like 'session.%' order by position", chat);
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    private static String cursor(GraphQl api) {
        return api.query("{ viewer { cursor } }").text("viewer.cursor");
    }

    private List<String> told(String chat) {
        return told(maya, cursor, chat);
    }

    /// The ends of the chat's session as the feed tells them, each with the session's state.
    private static List<String> told(GraphQl api, String after, String chat) {
        var answer = api.query("""
                query ($after: String!) {
                  changes(after: $after, first: 300) { changes { type chatId chat { session { state } } } } }
                """, Map.of("after", after));
        return answer.<List<Map<String, Object>>>get("changes.changes").stream()
                .filter(change -> chat.equals(change.get("chatId")))
                .filter(change -> change.get("type").toString().startsWith("session."))
                .map(change -> change.get("type") + " " + state(change))
                .toList();
    }

    private static Object state(Map<String, Object> change) {
        return ((Map<?, ?>) ((Map<?, ?>) change.get("chat")).get("session")).get("state");
    }
}
