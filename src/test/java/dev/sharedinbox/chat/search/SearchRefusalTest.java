package dev.sharedinbox.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchRefusalTest {

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-tea", "!?", "\"\"", "-a -\"b c\"", "a\u0000b", "a or -b"})
    void searchThatNamesNothing_isRefused(String search) {
        // When
        var answer = SearchDriver.search("maya", Map.of("search", search));

        // Then
        assertThat(answer.errorCodes()).containsExactly("INVALID_INPUT");
        assertThat(answer.errors().getFirst().toString()).contains("search");
    }

    @Test
    void absurdSearch_isRefused() {
        assertThat(SearchDriver.search("maya", Map.of("search", "x".repeat(201)))
                        .errorCodes())
                .containsExactly("INVALID_INPUT");
        assertThat(SearchDriver.search("maya", Map.of("search", "x ".repeat(17)))
                        .errorCodes())
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void searchThatTakesTooLong_isRefused() {
        try (var _ = RowLock.on("lock table message_words in access exclusive mode")) {
            // When
            var answer = SearchDriver.search("maya", Map.of("search", "order"));

            // Then
            assertThat(answer.errorCodes()).containsExactly("QUERY_TOO_BROAD");
        }
        assertThat(SearchDriver.search("maya", Map.of("search", "order")).errorCodes())
                .isEmpty();
    }
}
