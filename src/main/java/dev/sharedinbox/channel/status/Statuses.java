package dev.sharedinbox.channel.status;

import dev.sharedinbox.channel.status.Report.OfAccount;
import dev.sharedinbox.channel.status.Report.OfNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Keeps what was told last about numbers and accounts, in whatever order it arrives.
@ApplicationScoped
public class Statuses {

    private static final String NUMBERS = """
            insert into business_number_fact as known
                (workspace_id, business_number_id, aspect, value, told_at, telling)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
            on conflict (workspace_id, business_number_id, aspect) do update
            set value = excluded.value, told_at = excluded.told_at, telling = excluded.telling
            where (known.told_at, known.telling) < (excluded.told_at, excluded.telling)
            returning business_number_id as id
            """;
    private static final String ACCOUNTS = """
            with news as (
                insert into plugin_status as known (workspace_id, plugin_id, state, reason, until, told_at, telling)
                select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                    $7::text[])
                on conflict (workspace_id, plugin_id) do update
                set state = excluded.state, reason = excluded.reason, until = excluded.until,
                    told_at = excluded.told_at, telling = excluded.telling
                where (known.told_at, known.telling) < (excluded.told_at, excluded.telling)
                returning plugin_id)
            select number.id from news join business_number number
                on number.workspace_id = $1 and number.plugin_id = news.plugin_id
            """;

    Statuses() {}

    /// Within the caller's transaction, keep what is newer than what is known; return the numbers it changed
    /// anything for, each once.
    public Uni<List<UUID>> update(SqlClient transaction, UUID workspaceId, List<Report> reports) {
        var ofNumbers =
                newest(reports, OfNumber.class, report -> new Place(report.businessNumberId(), report.aspect()));
        var ofAccounts = newest(reports, OfAccount.class, report -> new Place(report.pluginId(), null));
        return numbers(transaction, workspaceId, ofNumbers)
                .chain(numbers -> accounts(transaction, workspaceId, ofAccounts)
                        .map(others -> Stream.concat(numbers.stream(), others.stream())
                                .distinct()
                                .toList()));
    }

    private static Uni<List<UUID>> numbers(SqlClient transaction, UUID workspaceId, List<OfNumber> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(NUMBERS)
                .execute(Tuple.of(
                        workspaceId,
                        reports.stream().map(OfNumber::businessNumberId).toArray(UUID[]::new),
                        texts(reports, report -> report.aspect().name()),
                        texts(reports, OfNumber::value),
                        times(reports, report -> report.telling().at()),
                        texts(reports, report -> report.telling().key())))
                .map(Statuses::ids);
    }

    private static Uni<List<UUID>> accounts(SqlClient transaction, UUID workspaceId, List<OfAccount> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(ACCOUNTS)
                .execute(Tuple.of(
                                workspaceId,
                                reports.stream().map(OfAccount::pluginId).toArray(UUID[]::new),
                                texts(reports, report -> report.state().name()),
                                texts(reports, OfAccount::reason),
                                times(reports, OfAccount::until),
                                times(reports, report -> report.telling().at()))
                        .addArrayOfString(
                                texts(reports, report -> report.telling().key())))
                .map(Statuses::ids);
    }

    /// The newest report of each place, in an order that all batches share.
    private static <T extends Report> List<T> newest(List<Report> reports, Class<T> type, Function<T, Place> place) {
        Map<Place, T> newest = reports.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(
                        place,
                        report -> report,
                        BinaryOperator.maxBy(Comparator.comparing(Report::telling)),
                        HashMap::new));
        return newest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .distinct()
                .toList();
    }

    private static <T> String[] texts(Collection<T> reports, Function<T, @Nullable String> text) {
        return reports.stream().map(text).toArray(String[]::new);
    }

    private static <T> OffsetDateTime[] times(Collection<T> reports, Function<T, @Nullable Instant> time) {
        return reports.stream().map(time).map(Statuses::offset).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /// Where a report is kept.
    private record Place(UUID id, @Nullable NumberAspect aspect) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::id)
                .thenComparing(Place::aspect, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
