package dev.sharedinbox.chat.list.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rows that come from memory are as those from the database, also where the log names another chat of their customer.
@QuarkusTest
class RememberedRowsTest {

    private static final String CHATS = """
            query ($search: String) { chats(search: $search) { edges { node {
              id status contact { name } session { state expiresAt } } } } }
            """;

    private final String phone = Phones.next();
    private final Instant yesterday = Instant.now().minusSeconds(20 * 3_600);

    @Inject
    MeterRegistry meters;

    @Test
    void closedChats_areRememberedUntilTheirCustomerWritesAnew() {
        // Given
        writes(yesterday);
        close();
        writes(yesterday.plusSeconds(60));
        close();
        var before = rows();
        var read = readFromDatabase();
        assertThat(rows()).isEqualTo(before).hasSize(2);
        assertThat(readFromDatabase()).isEqualTo(read);

        // When
        var today = yesterday.plusSeconds(10 * 3_600);
        writes(today);

        // Then
        assertThat(rows())
                .hasSize(3)
                .extracting(row -> String.valueOf(((Map<?, ?>) row.get("session")).get("expiresAt")))
                .containsOnly(Instant.ofEpochSecond(today.getEpochSecond() + 24 * 3_600)
                        .toString());
    }

    private void writes(Instant at) {
        var text = Meta.text(phone, "wamid." + UUID.randomUUID(), at.getEpochSecond(), "Hello");
        Meta.post(Meta.body(Meta.messages(text))).then().statusCode(200);
    }

    private void close() {
        Agent.called("omar")
                .does("closeChat", Map.of("chatId", rows().getFirst().get("id")));
    }

    private List<Map<String, Object>> rows() {
        return GraphQl.as("omar")
                .query(CHATS, Map.of("search", phone))
                .<Map<String, Object>>list("chats.edges")
                .stream()
                .map(RememberedRowsTest::node)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> node(Map<String, Object> edge) {
        return (Map<String, Object>) edge.get("node");
    }

    private double readFromDatabase() {
        return meters.counter("inbox.lists.rows", "from", "database").count();
    }
}
