package dev.sharedinbox.channel.status;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Lets operators see how many accounts are in trouble, of all workspaces together: there is a row for an account only
/// once something was told about it.
@ApplicationScoped
public class AccountWatch {

    private static final String COUNT = """
            select state, count(*) as accounts from plugin_status
            where state <> 'ACTIVE' and (state <> 'RESTRICTED' or until is null or until > $1)
            group by state
            """;

    private final Pool pool;
    private final Clock clock;
    private final Map<String, Long> accounts = new ConcurrentHashMap<>();

    AccountWatch(Pool pool, Clock clock, MeterRegistry registry) {
        this.pool = pool;
        this.clock = clock;
        for (var state : AccountState.values()) {
            if (state != AccountState.ACTIVE) {
                var tag = Tag.of("state", state.name().toLowerCase(Locale.ROOT));
                registry.gauge(
                        "inbox.accounts", List.of(tag), accounts, counted -> counted.getOrDefault(state.name(), 0L));
            }
        }
    }

    /// Count them now; a database that is away leaves the former counts.
    @Scheduled(every = "1m", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> count() {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("state"), AccountWatch::accounts)))
                .invoke(this::replace)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void replace(Map<String, Long> counted) {
        accounts.keySet().retainAll(counted.keySet());
        accounts.putAll(counted);
    }

    private static long accounts(Row row) {
        return row.getLong("accounts");
    }
}
