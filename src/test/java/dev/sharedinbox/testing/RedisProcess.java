package dev.sharedinbox.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/// A real Redis that a test can kill and start again on the same port. It keeps nothing.
public final class RedisProcess implements AutoCloseable {

    private static final File EXECUTABLE = executable();

    private final int port = freePort();
    private Process process;

    private RedisProcess() {
        process = started();
    }

    public static RedisProcess running() {
        return new RedisProcess().whenReady();
    }

    /// What `inbox.cluster.redis` is set to.
    public String url() {
        return "redis://localhost:" + port;
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAgain() {
        process = started();
        var _ = whenReady();
    }

    @Override
    public void close() {
        kill();
    }

    private RedisProcess whenReady() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
        return this;
    }

    private boolean answers() {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private Process started() {
        try {
            return new ProcessBuilder(
                            EXECUTABLE.getPath(), "--port", Integer.toString(port), "--save", "", "--appendonly", "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File executable() {
        try {
            return ExecutableProvider.newJarResourceProvider().get();
        } catch (IOException e) {
            throw new UncheckedIOException("The redis-server of embedded-redis cannot be unpacked", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
