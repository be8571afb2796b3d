package dev.sharedinbox.platform.sql;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Lets migrations make indexes without keeping writers waiting (`create index concurrently`). Such a
/// statement waits for all transactions that are open; Flyway would hold one open itself, to keep other nodes
/// from migrating at the same time, so it holds a lock of its session instead.
@Singleton
public final class Migrations implements FlywayConfigurationCustomizer {

    private static final Map<String, String> SESSION_LOCK = Map.of("flyway.postgresql.transactional.lock", "false");

    Migrations() {}

    @Override
    public void customize(FluentConfiguration configuration) {
        var _ = configure(configuration);
    }

    /// The same for whoever runs Flyway by themselves.
    public static FluentConfiguration configure(FluentConfiguration configuration) {
        return configuration.configuration(SESSION_LOCK);
    }
}
