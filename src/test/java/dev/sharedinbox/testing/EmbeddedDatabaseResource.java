package dev.sharedinbox.testing;

import dev.sharedinbox.demo.EmbeddedDatabase;
import dev.sharedinbox.demo.InstallationKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The embedded PostgreSQL and the keys of a test installation, kept under `target` between runs.
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final Path DIRECTORY = Path.of("target", "test-inbox").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<String, String>();
        var database = EmbeddedDatabase.startOrAttach(DIRECTORY.resolve("db"));
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
        var keys = InstallationKeys.in(DIRECTORY).settings();
        keys.stringPropertyNames().forEach(name -> settings.put(name, keys.getProperty(name)));
        return settings;
    }

    /// The server stops with the JVM: the next test class may need it again.
    @Override
    public void stop() {}
}
