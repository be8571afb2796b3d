package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A TypeScript module that runs in a Node of its own within this process, with the WebSocket, fetch and timers of a
/// real one: `NodeProgram.of(path).call("begin", "...")`. Confined to one thread, which also turns Node's event loop.
public final class NodeProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BEGIN = """
            globalThis.answers = {};
            globalThis.failures = [];
            for (const failure of ['uncaughtException', 'unhandledRejection']) {
                process.on(failure, error => failures.push(`${failure}: ${error?.stack ?? error}`));
            }
            globalThis.program = process.getBuiltinModule('node:module').createRequire(%1$s)(%1$s);
            globalThis.call = (id, name, values) => Promise.resolve()
                .then(() => program[name](...values))
                .then(value => { answers[id] = { value: value ?? null } }, error => { answers[id] = { error: error.stack } });
            """;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final NodeRuntime node;
    private volatile Optional<RuntimeException> broken = Optional.empty();
    private int calls;

    private NodeProgram() {
        node = run(() -> V8Host.getNodeInstance().createV8Runtime());
        thread.scheduleWithFixedDelay(this::turn, 0, 2, TimeUnit.MILLISECONDS);
    }

    /// Load a module.
    ///
    /// @param functions what the module finds as global functions: a text for a text
    public static NodeProgram of(Path module, Global... functions) {
        var program = new NodeProgram();
        List.of(functions).forEach(function -> program.run(() -> program.add(function)));
        program.execute(BEGIN.formatted(literal(module.toAbsolutePath().toString())));
        return program;
    }

    /// A function of the test that the module may call.
    public record Global(String name, Function<String, String> function) {}

    /// Call an exported function and wait for what it returns or promises: a text, or null. Fails, too, when anything
    /// the module did by itself has failed.
    public String call(String function, String... arguments) {
        assertThat(broken).isEmpty();
        assertThat(run(() -> node.getExecutor("failures.join()").executeString())).isEmpty();
        var id = calls++;
        execute("call(%d, %s, %s)".formatted(id, literal(function), new JsonArray(List.of(arguments)).encode()));
        var answer = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answer(id), Optional::isPresent)
                .orElseThrow();
        assertThat(answer.getString("error")).as("what %s threw", function).isNull();
        return answer.getString("value");
    }

    @Override
    public void close() {
        run(() -> {
            node.terminateExecution();
            node.close(true);
            return true;
        });
        thread.shutdownNow();
    }

    private Optional<JsonObject> answer(int id) {
        return Optional.ofNullable(run(() -> node.getExecutor("JSON.stringify(answers[%d])".formatted(id))
                        .executeString()))
                .map(JsonObject::new);
    }

    private boolean add(Global global) throws JavetException {
        IJavetDirectCallable.NoThisAndResult<Exception> function =
                values -> node.createV8ValueString(global.function().apply(values[0].toString()));
        return node.getGlobalObject()
                .bindFunction(
                        new JavetCallbackContext(global.name(), JavetCallbackType.DirectCallNoThisAndResult, function));
    }

    private void execute(String script) {
        run(() -> {
            node.getExecutor(script).executeVoid();
            return true;
        });
    }

    private void turn() {
        try {
            if (!node.isClosed()) {
                node.await(V8AwaitMode.RunNoWait);
            }
        } catch (RuntimeException e) {
            broken = Optional.of(e);
        }
    }

    private <T> T run(Callable<T> deed) {
        try {
            return thread.submit(deed).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String literal(String text) {
        return JsonArray.of(text).encode().replaceAll("^\\[|]$", "");
    }
}
