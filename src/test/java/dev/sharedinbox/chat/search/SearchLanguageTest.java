package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        var set = set("zoe", "german");

        // Then
        assertThat(set.userErrorCodes("setSearchLanguage")).isEmpty();
        assertThat(set.<Map<String, Object>>get("setSearchLanguage.searchLanguage"))
                .containsEntry("language", "german")
                .containsEntry("ownLanguage", "german");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                SearchDriver.ids(SearchDriver.search("zoe", Map.of("search", "Haus " + mark))))
                        .containsExactly(message.toString()));
        assertThat(SearchDriver.search("zoe", Map.of("search", "und die")).errorCodes())
                .containsExactly("INVALID_INPUT");
        assertThat(language("maya")).containsEntry("ownLanguage", null).containsEntry("language", "simple");
        assertThat(set("zoe", null).<String>get("setSearchLanguage.searchLanguage.language"))
                .isEqualTo("simple");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SearchDriver.ids(
                                SearchDriver.search("zoe", Map.of("search", "Haeuser or haus " + mark))))
                        .isEmpty());
    }

    @Test
    void walkThroughOlderMessages_isToldAsItGoes() {
        // Given
        var chat = chat().inOtherWorkspace().insert(pool);
        driver.says(chat, mark);
        var reached = driver.says(chat, mark);
        driver.says(chat, mark);
        await().untilAsserted(() -> assertThat(language("zoe"))
                .containsEntry("complete", true)
                .containsEntry("since", null)
                .containsEntry("progress", 1.0f));
        try (var _ = RowLock.on("lock table message_words in share mode")) {
            // When
            database.run(
                    "update message_search set walked_to = $2 where workspace_id = $1",
                    DemoIds.OTHER_WORKSPACE,
                    reached);

            // Then
            var walk = language("zoe");
            assertThat(walk)
                    .containsEntry("complete", false)
                    .containsEntry(
                            "since",
                            Instant.ofEpochMilli(reached.getMostSignificantBits() >>> 16)
                                    .toString());
            assertThat(((Number) walk.get("progress")).doubleValue())
                    .isGreaterThan(0)
                    .isLessThan(1);
        }
        await().untilAsserted(() -> assertThat(language("zoe")).containsEntry("complete", true));
    }

    @Test
    void onlyAdministratorsSetALanguage_andOnlyOneThatIsKnown() {
        assertThat(set("omar", "german").userErrorCodes("setSearchLanguage")).containsExactly("FORBIDDEN");
        assertThat(set("lena", null).userErrorCodes("setSearchLanguage")).containsExactly("FORBIDDEN");
        for (var wrong : List.of("klingon", "", "German", "german'; drop table message; --", "a\u0000b")) {
            var refused = set("maya", wrong);
            assertThat(refused.userErrorCodes("setSearchLanguage")).as(wrong).containsExactly("INVALID_INPUT");
            assertThat(refused.<List<List<String>>>get("setSearchLanguage.errors.path"))
                    .containsExactly(List.of("input", "language"));
        }
        assertThat(language("lena")).containsEntry("ownLanguage", null);
        assertThat(GraphQl.as("lena")
                        .query("{ searchLanguage { languages } }")
                        .<String>list("searchLanguage.languages"))
                .contains("simple", "english", "german", "portuguese")
                .isSorted();
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

    private static Answer set(String user, @Nullable String language) {
        var input = new HashMap<String, Object>();
        input.put("language", language);
        return GraphQl.as(user).query("""
                mutation ($input: SetSearchLanguageInput!) {
                  setSearchLanguage(input: $input) {
                    searchLanguage { language ownLanguage complete } errors { code path } } }
                """, Map.of("input", input));
    }

    private static Map<String, Object> language(String user) {
        return GraphQl.as(user)
                .query("{ searchLanguage { language ownLanguage complete since progress } }")
                .get("searchLanguage");
    }
}
