package dev.sharedinbox.simulator.graph;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.sharedinbox.simulator.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlockTest extends SimulatorTest {

    private static final String BRUNO = "16505551202";

    @Test
    void blockedCustomer_neitherWritesNorIsWrittenTo() {
        // Given
        wrote(ADA);

        // When
        graph().body(users(ADA))
                .post("/{number}/block_users", SALES)
                .then()
                .statusCode(200)
                .body("block_users.added_users.wa_id", contains(ADA));

        // Then
        sends(text(ADA, "Hello")).statusCode(400).body("error.code", is(130403));
        writes(ADA, Map.of("text", "Hello?")).statusCode(409);
        graph().get("/{number}/block_users", SALES).then().body("data.wa_id", contains(ADA));
    }

    @Test
    void customerWhoDidNotWrite_cannotBeBlocked() {
        // Given
        wrote(ADA);

        // Then
        graph().body(users(ADA, BRUNO))
                .post("/{number}/block_users", SALES)
                .then()
                .statusCode(400)
                .body("error.code", is(139100))
                .body("block_users.added_users.input", contains(ADA))
                .body("block_users.failed_users.input", contains(BRUNO));
    }

    @Test
    void unblockedCustomer_isOffTheList() {
        // Given
        wrote(ADA);
        graph().body(users(ADA)).post("/{number}/block_users", SALES).then().statusCode(200);

        // When
        graph().body(users(ADA))
                .delete("/{number}/block_users", SALES)
                .then()
                .statusCode(200)
                .body("block_users.removed_users.wa_id", contains(ADA));

        // Then
        graph().get("/{number}/block_users", SALES).then().body("data", empty());
    }

    private static Map<String, Object> users(String... phones) {
        return Map.of(
                "messaging_product",
                "whatsapp",
                "block_users",
                List.of(phones).stream().map(phone -> Map.of("user", phone)).toList());
    }
}
