package dev.sharedinbox.testing;

import dev.sharedinbox.demo.EmbeddedDatabase;
import dev.sharedinbox.demo.InstallationKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/// A fresh installation for each JVM that runs tests: a durable PostgreSQL and keys of its own under `target`.
///
/// It is stopped by the end of the JVM, not by the end of an application, so that tests under another configuration
/// find the same database again.
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final Path INSTALLATIONS =
            Path.of("target", "test-installations").toAbsolutePath();
    private static final Path DIRECTORY =
            INSTALLATIONS.resolve(Long.toString(ProcessHandle.current().pid()));

    @Override
    public Map<String, String> start() {
        removeThoseOfEndedProcesses();
        var settings = new HashMap<>(
                EmbeddedDatabase.startOrAttach(DIRECTORY.resolve("db")).settings());
        InstallationKeys.in(DIRECTORY)
                .settings()
                .forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    @Override
    public void stop() {}

    private static void removeThoseOfEndedProcesses() {
        var earlier = INSTALLATIONS.toFile().list();
        Stream.of(earlier == null ? new String[0] : earlier)
                .filter(process -> ProcessHandle.of(Long.parseLong(process)).isEmpty())
                .forEach(process ->
                        FileUtils.deleteQuietly(INSTALLATIONS.resolve(process).toFile()));
    }
}
