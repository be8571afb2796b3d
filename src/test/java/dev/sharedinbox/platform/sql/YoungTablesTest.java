package dev.sharedinbox.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class YoungTablesTest {

    @Inject
    Database database;

    @BeforeEach
    void emptyTable() {
        database.run("create table \"Just made\" (id int)");
    }

    @AfterEach
    void removeIt() {
        database.run("drop table \"Just made\"");
    }

    @Test
    void tableThatFills_isKnownToPostgresSoon() {
        // When
        database.run("insert into \"Just made\" select generate_series(1, 1000)");

        // Then
        await().untilAsserted(() -> assertThat(rowsKnown()).isEqualTo(1_000));
    }

    private static long rowsKnown() {
        return Database.count("select reltuples::bigint from pg_class where relname = 'Just made'");
    }
}
