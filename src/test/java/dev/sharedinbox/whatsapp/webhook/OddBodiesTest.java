package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.whatsapp.webhook.reading.Mutator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Odd bodies at the door itself. `-Dodd.bodies=20000` tries more of them, `-Dodd.seed=` other ones.
@QuarkusTest
class OddBodiesTest {

    private static final int BODIES = Integer.getInteger("odd.bodies", 500);
    private static final long SEED = Long.getLong("odd.seed", 20261123L);

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void oddBody_isStoredWhenSignedAndRefusedWhenNot() {
        // Given
        var payloads = Payloads.all();
        var mutator = new Mutator(SEED);
        var stored = bodies();
        var expected = 0;

        for (var i = 0; i < BODIES; i++) {
            // When
            var body = mutator.mutated(payloads.get(i % payloads.size()));
            var status = Meta.post(body).statusCode();

            // Then
            var isObject = isObject(body);
            assertThat(status).as("seed %d, body %d", SEED, i).isEqualTo(isObject ? 200 : 400);
            expected += isObject ? 1 : 0;
            if (i % 10 == 0) {
                assertThat(Meta.post("demo", "sha256=" + "0".repeat(64), body).statusCode())
                        .isEqualTo(401);
            }
        }

        assertThat(bodies() - stored).isEqualTo(expected);
        assertThat(Database.column("select distinct reason from webhook_item where state = 'FAILED'"))
                .noneMatch(reason -> reason.startsWith("unreadable") || reason.startsWith("refused by the store"));
        assertThat(aLaterMessageIsStored()).isTrue();
    }

    @Test
    void messageDeeperThanAnybodyWrites_isStoredWithoutItsDepths() {
        // Given
        var id = "wamid.deep-" + UUID.randomUUID();
        var deep = Meta.text("16505574002", id, Instant.now().getEpochSecond(), "Hi")
                .put("type", "sparkle");
        var text = Meta.body(Meta.messages(deep.put("sparkle", "deep"))).encode();
        var body = text.replace("\"sparkle\":\"deep\"", "\"sparkle\":" + "[".repeat(900) + "]".repeat(900));

        // When
        var status = Meta.post(body.getBytes(StandardCharsets.UTF_8)).statusCode();

        // Then
        assertThat(body).contains("[[[[");
        assertThat(status).isEqualTo(200);
        assertThat(Database.column("select type from message where provider_message_id = ?", id))
                .containsExactly("UNSUPPORTED");
    }

    private boolean isObject(byte[] body) {
        try {
            return mapper.readTree(body).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean aLaterMessageIsStored() {
        var id = "wamid.after-odd-ones-" + UUID.randomUUID();
        var message = Meta.text("16505574001", id, Instant.now().getEpochSecond(), "Hi");
        var body = Meta.body(Meta.messages(message)).encode().getBytes(StandardCharsets.UTF_8);
        return Meta.post(body).statusCode() == 200
                && Database.count("select count(*) from message where provider_message_id = ?", id) == 1;
    }

    private static long bodies() {
        return Database.count("select count(*) from webhook_delivery");
    }
}
