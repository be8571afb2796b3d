package dev.sharedinbox.whatsapp.webhook.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerRetentionTest {

    @Inject
    LedgerRetention retention;

    @Inject
    Database database;

    @Test
    void oldBodies_areRemovedUnlessTheLedgerNeedsThem() {
        // Given
        var young = body(29);
        var old = body(31);
        var unread = withItem(body(31));
        var longUnread = withItem(body(181));

        // When
        retention.trim().await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(isKept(young)).isTrue();
        assertThat(isKept(old)).isFalse();
        assertThat(isKept(unread)).isTrue();
        assertThat(isKept(longUnread)).isFalse();
    }

    private UUID body(int days) {
        var id = Ids.next();
        database.run(
                "insert into webhook_delivery (workspace_id, id, plugin_id, received_at, body)"
                        + " values ($1, $2, $3, $4, '{}')",
                DemoIds.WORKSPACE,
                id,
                DemoIds.PLUGIN,
                Instant.now().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC));
        return id;
    }

    private UUID withItem(UUID body) {
        database.run(
                "insert into webhook_item (workspace_id, id, delivery_id, path, field, state, reason)"
                        + " values ($1, $2, $3, 'entry[0]', 'messages', 'KEPT', 'unknown')",
                DemoIds.WORKSPACE,
                Ids.next(),
                body);
        return body;
    }

    private boolean isKept(UUID body) {
        return !database.run("select from webhook_delivery where id = $1", body).isEmpty();
    }
}
