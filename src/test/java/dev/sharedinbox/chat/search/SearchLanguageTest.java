package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchLanguageTest {

    @Inject
    Pool pool;

    @Inject
    Database database;

    @Inject
    SearchDriver driver;

    @Inject
    Vertx vertx;

    @Inject
    MessageWords words;

    @Inject
    SearchMetrics metrics;

    private final String mark = SearchDriver.word();

    @Test
    void language_makesItsWordsFindEachOtherInAllMessages() {
        // Given
        var message = driver.says(chat().inOtherWorkspace().insert(pool), "Die Häuser " + mark);
        assertThat(SearchDriver.ids(SearchDriver.search("zoe", Map.of("search", "Haus " + mark))))
                .isEmpty();

        // When
        language("german");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                SearchDriver.ids(SearchDriver.search("zoe", Map.of("search", "Haus " + mark))))
                        .containsExactly(message.toString()));
        assertThat(SearchDriver.search("zoe", Map.of("search", "und die")).errorCodes())
                .containsExactly("INVALID_INPUT");
        language(null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SearchDriver.ids(
                                SearchDriver.search("zoe", Map.of("search", "Haeuser or haus " + mark))))
                        .isEmpty());
    }

    @Test
    void unknownLanguageOfTheInstallation_isToldAtTheStart() {
        // Given
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SearchConfig.class)
                .withDefaultValue("inbox.search.language", "klingon")
                .withDefaultValue("inbox.search.enabled", "false")
                .build()
                .getConfigMapping(SearchConfig.class);
        var told = new Warnings();

        // When
        new WordKeeping(vertx, config, words, metrics).start(new StartupEvent());

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(told.heard()).singleElement().asString().contains("klingon"));
        told.close();
    }

    @Test
    void unknownLanguageOfAWorkspace_isRefused() {
        assertThatThrownBy(() -> language("klingon")).hasMessageContaining("klingon");
    }

    private void language(String language) {
        database.run("update workspace set search_language = $2 where id = $1", DemoIds.OTHER_WORKSPACE, language);
    }
}
