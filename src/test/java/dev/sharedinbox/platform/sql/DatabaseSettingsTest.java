package dev.sharedinbox.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DatabaseSettingsTest {

    @Inject
    Pool pool;

    @Inject
    @ReactiveDataSource(Pools.INTAKE)
    Pool intakePool;

    @Inject
    @ReactiveDataSource(Pools.LISTS)
    Pool listPool;

    @Inject
    @ReactiveDataSource(Pools.SETS)
    Pool setPool;

    @Inject
    @ReactiveDataSource(Pools.SEARCHES)
    Pool searchPool;

    @ParameterizedTest
    @CsvSource({
        "join_collapse_limit, 1",
        "jit, off",
        "idle_in_transaction_session_timeout, 30s",
        "synchronous_commit, on",
        "fsync, on"
    })
    void everyConnection_hasTheSettingsWeRelyOn(String setting, String value) {
        // When
        var shown = List.of(
                show(pool, setting),
                show(intakePool, setting),
                show(listPool, setting),
                show(setPool, setting),
                show(searchPool, setting));

        // Then
        assertThat(shown).containsOnly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "plan_cache_mode, force_custom_plan",
        "max_parallel_workers_per_gather, 0",
        "random_page_cost, 1.1",
        "statement_timeout, 1s"
    })
    void connectionsOfSearches_planForTheirValuesAndEndSoon(String setting, String value) {
        // When
        var shown = show(searchPool, setting);

        // Then
        assertThat(shown).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "plan_cache_mode, force_generic_plan",
        "enable_seqscan, off",
        "enable_sort, off",
        "enable_bitmapscan, off",
        "statement_timeout, 1s"
    })
    void connectionsOfLists_walkAlongIndexesAndEndSoon(String setting, String value) {
        // When
        var shown = show(listPool, setting);

        // Then
        assertThat(shown).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "plan_cache_mode, force_generic_plan",
        "enable_seqscan, off",
        "enable_sort, on",
        "enable_bitmapscan, on",
        "max_parallel_workers_per_gather, 0",
        "random_page_cost, 1.1",
        "statement_timeout, 1s"
    })
    void connectionsOfSets_planOnceAndSort(String setting, String value) {
        // When
        var shown = show(setPool, setting);

        // Then
        assertThat(shown).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"plan_cache_mode, force_generic_plan", "enable_seqscan, off"})
    void connectionsOfIntake_planOnce(String setting, String value) {
        // When
        var shown = show(intakePool, setting);

        // Then
        assertThat(shown).isEqualTo(value);
    }

    private static String show(Pool pool, String setting) {
        return pool.query("show " + setting)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(30))
                .iterator()
                .next()
                .getString(0);
    }
}
