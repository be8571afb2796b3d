package dev.sharedinbox.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/// The entry point of `./mvnw quarkus:dev` and of the demo jar: makes sure that a database and the installation's keys
/// exist, then starts the product as usual. The prod build starts without it.
@QuarkusMain(name = "demo")
public final class DemoMain {

    private static final String DIRECTORY = "inbox.embedded-db.directory";

    DemoMain() {}

    public static void main(String... args) {
        var directory = Path.of(System.getProperty(DIRECTORY, ".inbox")).toAbsolutePath();
        if (System.getProperty("quarkus.datasource.jdbc.url", System.getenv("QUARKUS_DATASOURCE_JDBC_URL")) == null) {
            EmbeddedDatabase.startOrAttach(directory.resolve("db")).publish();
        }
        InstallationKeys.in(directory).publish();
        Quarkus.run(args);
    }
}
