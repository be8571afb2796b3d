package dev.sharedinbox.channel.event;

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
class AccountEventRetentionTest {

    @Inject
    AccountEventRetention retention;

    @Inject
    Database database;

    @Test
    void oldEvents_areRemoved() {
        // Given
        var young = event(399);
        var old = event(401);

        // When
        retention.trim().await().atMost(Duration.ofSeconds(20));

        // Then
        assertThat(isKept(young)).isTrue();
        assertThat(isKept(old)).isFalse();
    }

    private UUID event(int days) {
        var id = Ids.next();
        database.run(
                "insert into account_event"
                        + " (workspace_id, id, plugin_id, kind, severity, summary, detail, telling, occurred_at)"
                        + " values ($1, $2, $3, 'ACCOUNT_CHANGED', 'INFO', 'Something changed.', '{}', $4, $5)",
                DemoIds.WORKSPACE,
                id,
                DemoIds.PLUGIN,
                id.toString(),
                Instant.now().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC));
        return id;
    }

    private boolean isKept(UUID event) {
        return !database.run("select from account_event where id = $1", event).isEmpty();
    }
}
