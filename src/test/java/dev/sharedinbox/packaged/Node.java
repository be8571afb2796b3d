package dev.sharedinbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// A process of the production package.
final class Node {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings;
    private final Path log;
    private Process process;

    Node(Map<String, String> settings, Path log) throws IOException {
        this.settings = settings;
        this.log = log;
        process = started();
    }

    /// Wait until it is ready to serve.
    Node whenReady() {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    assertThat(process.isAlive()).as("the product runs").isTrue();
                    return status("/q/health/ready") == 200;
                });
        return this;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Ask it to stop, as an orchestrator does, and wait until it has.
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    void start() throws IOException {
        process = started();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    URI socket() {
        return URI.create("ws://localhost:" + port + "/ws/v1");
    }

    /// The status of a GET, or 0 when nobody answers.
    int status(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /// The status of a POST of a body that is JSON, or 0 when nobody answers.
    int post(String path, byte[] body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(path)).headers(headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Ask a question of GraphQL; its data.
    JsonObject ask(String token, String query) {
        var body = JsonObject.of("query", query).encode();
        var request = HttpRequest.newBuilder(uri("/graphql"))
                .headers("Authorization", "Bearer " + token, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
        return new JsonObject(answer.body()).getJsonObject("data");
    }

    /// The value of a metric that has no labels.
    double metric(String name) {
        return http.sendAsync(HttpRequest.newBuilder(uri("/q/metrics")).build(), HttpResponse.BodyHandlers.ofLines())
                .join()
                .body()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    String authority() {
        return "localhost:" + port;
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private Process started() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Xmx512m",
                "-Dquarkus.http.port=" + port));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
