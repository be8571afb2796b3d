package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A TypeScript module that runs in a Node of its own within this process, with the WebSocket, fetch and timers of any
/// Node: `NodeProgram.of(path).call("begin", "...")`. Its thread never leaves Node's event loop, so that calls come to
/// it over HTTP.
public final class NodeProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SERVE = """
            const failures = [];
            for (const failure of ['uncaughtException', 'unhandledRejection']) {
                process.on(failure, error => failures.push(`${failure}: ${error?.stack ?? error}`));
            }
            const load = process.getBuiltinModule('node:module').createRequire(%1$s);
            const program = { ...load(%1$s), exit: () => void server.close() };
            const server = load('node:http').createServer((request, response) => {
                let text = '';
                request.on('data', part => { text += part; });
                request.on('end', () => Promise.resolve(JSON.parse(text))
                    .then(([name, ...values]) => program[name](...values))
                    .catch(error => { failures.push(error.stack); })
                    .then(value => response.setHeader('Connection', 'close').end(JSON.stringify({ value, failures }))));
            });
            server.listen(0, '127.0.0.1', () => listening(`${server.address().port}`));
            """;

    private final CompletableFuture<String> port = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Global> globals;

    private NodeProgram(List<Global> globals) {
        this.globals = globals;
    }

    /// A function of the test that the module finds as a global one.
    public record Global(String name, UnaryOperator<String> function) {}

    /// Load a module and let it run.
    public static NodeProgram of(Path module, Global... globals) {
        var program = new NodeProgram(List.of(globals));
        Thread.ofPlatform()
                .daemon()
                .name("node")
                .start(() -> program.run(
                        SERVE.formatted(Json.encode(module.toAbsolutePath().toString()))));
        program.port.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return program;
    }

    /// Call an exported function and wait for what it returns or promises: a text, or null. Fails when it does, or when
    /// anything has failed that the module did by itself.
    public String call(String function, String... arguments) {
        var answer = new JsonObject(send(JsonArray.of(function).addAll(new JsonArray(List.of(arguments)))));
        assertThat(answer.getJsonArray("failures")).isEmpty();
        return answer.getString("value");
    }

    /// Call the module's `end`, which ends what it began, for sockets and timers keep Node going; then end Node.
    @Override
    public void close() {
        send(JsonArray.of("end"));
        send(JsonArray.of("exit"));
        ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private String send(JsonArray call) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.join()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(call.encode()))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError("Node does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void run(String script) {
        try (NodeRuntime node = V8Host.getNodeInstance().createV8Runtime()) {
            add(node, new Global("listening", this::listening));
            for (var global : globals) {
                add(node, global);
            }
            node.getExecutor(script).executeVoid();
            node.await();
            ended.complete(null);
        } catch (JavetException | RuntimeException e) {
            port.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
    }

    private String listening(String at) {
        port.complete(at);
        return at;
    }

    private static void add(NodeRuntime node, Global global) throws JavetException {
        IJavetDirectCallable.NoThisAndResult<JavetException> function =
                values -> node.createV8ValueString(global.function().apply(values[0].toString()));
        var context = new JavetCallbackContext(global.name(), JavetCallbackType.DirectCallNoThisAndResult, function);
        try (var bound = node.createV8ValueFunction(context)) {
            assertThat(node.getGlobalObject().set(global.name(), bound)).isTrue();
        }
    }
}
