package dev.sharedinbox.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource.ReactiveDataSourceLiteral;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DatabaseSettingsTest {

    @Inject
    @Any
    Instance<Pool> pools;

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
        var shown = Stream.of("", Pools.INTAKE, Pools.LISTS, Pools.SETS, Pools.SEARCHES)
                .map(pool -> show(pool, setting));

        // Then
        assertThat(shown).hasSize(5).containsOnly(value);
    }

    /// Lists walk along indexes and those of few customers sort; both are planned once, as is intake. Searches are
    /// planned for their values.
    @ParameterizedTest
    @CsvSource({
        "intake, plan_cache_mode, force_generic_plan",
        "intake, enable_seqscan, off",
        "lists, plan_cache_mode, force_generic_plan",
        "lists, enable_seqscan, off",
        "lists, enable_sort, off",
        "lists, enable_bitmapscan, off",
        "lists, statement_timeout, 1s",
        "sets, plan_cache_mode, force_generic_plan",
        "sets, enable_seqscan, off",
        "sets, enable_sort, on",
        "sets, enable_bitmapscan, on",
        "sets, max_parallel_workers_per_gather, 0",
        "sets, random_page_cost, 1.1",
        "sets, statement_timeout, 1s",
        "searches, plan_cache_mode, force_custom_plan",
        "searches, max_parallel_workers_per_gather, 0",
        "searches, random_page_cost, 1.1",
        "searches, statement_timeout, 1s"
    })
    void connectionsOfAPool_planAsItsStatementsNeed(String pool, String setting, String value) {
        // When
        var shown = show(pool, setting);

        // Then
        assertThat(shown).isEqualTo(value);
    }

    private String show(String name, String setting) {
        var pool = name.isEmpty()
                ? pools.select(Default.Literal.INSTANCE)
                : pools.select(new ReactiveDataSourceLiteral(name));
        return pool.get()
                .query("show " + setting)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(30))
                .iterator()
                .next()
                .getString(0);
    }
}
