package dev.sharedinbox.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PluginsTest {

    @Inject
    Plugins plugins;

    @Inject
    Database database;

    @Test
    void path_leadsToThePluginItsSecretsAndNumbers() {
        var plugin = byPath("demo").orElseThrow();

        assertThat(plugin.workspaceId()).isEqualTo(DemoIds.WORKSPACE);
        assertThat(plugin.pluginId()).isEqualTo(DemoIds.PLUGIN);
        assertThat(plugin.wabaId()).isEqualTo("210045600000001");
        assertThat(plugin.verifyToken()).isEqualTo("demo-verify-token");
        assertThat(plugin.appSecrets())
                .extracting(secret -> new String(secret, StandardCharsets.UTF_8))
                .containsExactly("demo-app-secret");
        assertThat(plugin.numbers())
                .containsOnlyKeys("300100200300401", "300100200300402")
                .containsEntry(
                        "300100200300401",
                        new BusinessNumberRef(
                                DemoIds.SALES_NUMBER, DemoIds.SALES_INBOX, AfterClose.NEW_CHAT, "+1 650 555 0100"));
        assertThat(plugin.toString()).doesNotContain("secret", "token");
    }

    @Test
    void unknownPath_leadsNowhere() {
        assertThat(byPath("nobody")).isEmpty();
        assertThat(byPath("x".repeat(5_000))).isEmpty();
    }

    @Test
    void pluginSwitchedOff_isForgottenAfterMoments() {
        // Given
        assertThat(byPath("other")).isPresent();

        // When
        database.run("update plugin set active = false where id = $1", DemoIds.OTHER_PLUGIN);

        // Then
        await().untilAsserted(() -> assertThat(byPath("other")).isEmpty());
        database.run("update plugin set active = true where id = $1", DemoIds.OTHER_PLUGIN);
        plugins.changed();
        assertThat(byPath("other")).isPresent();
    }

    @Test
    void number_hasItsCredentials() {
        var access = plugins.graphAccess(DemoIds.WORKSPACE, DemoIds.SUPPORT_NUMBER)
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(access).isEqualTo(new GraphAccess("300100200300402", "demo-access-token", "210045600000001"));
        assertThat(access.toString()).doesNotContain("token");
    }

    @Test
    void numberOfAnotherWorkspace_isNotFound() {
        assertThatThrownBy(() -> plugins.graphAccess(DemoIds.OTHER_WORKSPACE, DemoIds.SALES_NUMBER)
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .isInstanceOf(InboxException.class)
                .hasMessage("There is no such business number.");
        assertThatThrownBy(() -> plugins.graphAccess(DemoIds.WORKSPACE, UUID.randomUUID())
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .isInstanceOf(InboxException.class);
    }

    private Optional<WebhookPlugin> byPath(String path) {
        return plugins.byPath(path).await().atMost(Duration.ofSeconds(30));
    }
}
