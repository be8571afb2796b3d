package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.NodeProgram;
import dev.sharedinbox.testing.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The live part of the README's tour, run as it is printed.
@QuarkusTest
class TourTest {

    private static final Pattern SCRIPT = Pattern.compile("node -e '(.*?)' \"\\$TOKEN\"", Pattern.DOTALL);

    @Test
    void tour_showsTheMessageAndEachStatusOfItsAnswer() throws IOException {
        try (var node = NodeProgram.of(Path.of("src", "test", "typescript", "tour.ts"))) {
            // Given
            node.call("run", script(), SignIn.tokenOf("maya"));
            await().until(() -> node.call("printed").contains("caughtUp"));

            // When
            var chat = CustomerChat.begun();
            Agent.called("maya").sends(chat, "We do, until noon.");

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(node.call("printed"))
                            .contains("message.created Hello")
                            .contains("message.created We do, until noon. QUEUED")
                            .containsSubsequence(
                                    "message.status We do, until noon.",
                                    "message.status We do, until noon.",
                                    "message.status We do, until noon. READ"));
        }
    }

    private static String script() throws IOException {
        var tour = SCRIPT.matcher(Files.readString(Path.of("README.md")));
        assertThat(tour.find()).isTrue();
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class);
        return tour.group(1).replace("localhost:8080", "localhost:" + port);
    }
}
