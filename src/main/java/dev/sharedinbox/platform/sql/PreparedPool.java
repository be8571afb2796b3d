package dev.sharedinbox.platform.sql;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/// Makes the pools of connections. They keep statements prepared whatever their length: the client's own limit of
/// 2,048 characters would have the longest ones, which take longest, parsed and planned anew each time.
@Singleton
class PreparedPool implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        return create(input, "default");
    }

    /// @param name of the pool in the metrics `sql_pool_*`
    static Pool create(Input input, String name) {
        var options = input.pgConnectOptionsList();
        options.forEach(each -> each.setPreparedStatementCacheSqlFilter(_ -> true));
        return PgBuilder.pool()
                .with(input.poolOptions().setName(name))
                .connectingTo(List.<SqlConnectOptions>copyOf(options))
                .using(input.vertx())
                .build();
    }

    /// The same for webhooks.
    @Singleton
    @ReactiveDataSource(Pools.INTAKE)
    static class OfIntake implements PgPoolCreator {

        @Override
        public Pool create(Input input) {
            return PreparedPool.create(input, Pools.INTAKE);
        }
    }

    /// The same for lists.
    @Singleton
    @ReactiveDataSource(Pools.LISTS)
    static class OfLists implements PgPoolCreator {

        @Override
        public Pool create(Input input) {
            return PreparedPool.create(input, Pools.LISTS);
        }
    }

    /// The same for lists that begin with a few.
    @Singleton
    @ReactiveDataSource(Pools.SETS)
    static class OfSets implements PgPoolCreator {

        @Override
        public Pool create(Input input) {
            return PreparedPool.create(input, Pools.SETS);
        }
    }

    /// The same for searches.
    @Singleton
    @ReactiveDataSource(Pools.SEARCHES)
    static class OfSearches implements PgPoolCreator {

        @Override
        public Pool create(Input input) {
            return PreparedPool.create(input, Pools.SEARCHES);
        }
    }
}
