package dev.sharedinbox.platform.cluster;

import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresSignalsTest extends SignalsTest {

    @Inject
    PostgresLink link;

    @Inject
    Database database;

    @Override
    NodeLink link() {
        return link;
    }

    @Override
    void cutListeners() {
        database.run("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen inbox_%'");
    }
}
