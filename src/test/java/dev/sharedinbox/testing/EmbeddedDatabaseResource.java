package dev.sharedinbox.testing;

import dev.sharedinbox.demo.EmbeddedDatabase;
import dev.sharedinbox.demo.InstallationKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A fresh installation for each JVM that runs tests: a durable PostgreSQL and keys of its own under `target`.
///
/// It is stopped by the end of the JVM, not by the end of an application, so that tests under another configuration
/// find the same database again.
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final Path DIRECTORY = Path.of(
                    "target",
                    "test-installations",
                    Long.toString(ProcessHandle.current().pid()))
            .toAbsolutePath();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(
                EmbeddedDatabase.startOrAttach(DIRECTORY.resolve("db")).settings());
        InstallationKeys.in(DIRECTORY)
                .settings()
                .forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    @Override
    public void stop() {}
}
