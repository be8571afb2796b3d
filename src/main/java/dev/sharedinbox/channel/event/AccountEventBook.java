package dev.sharedinbox.channel.event;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.Page;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads account events. It checks no permission: its callers must.
@ApplicationScoped
public class AccountEventBook {

    private static final String SELECT = """
            select event.id, event.kind, event.severity, event.summary, event.template_id, event.template_name,
                event.template_language, event.detail, event.occurred_at, event.recorded_at,
                plugin.name as plugin_name, number.id as number_id, number.display_phone as number_phone,
                number.name as number_name
            from account_event event
            join plugin on plugin.workspace_id = event.workspace_id and plugin.id = event.plugin_id
            left join business_number number
                on number.workspace_id = event.workspace_id and number.id = event.business_number_id
            where event.workspace_id =\s""";
    private static final String BY_ID = SELECT + "$1 and event.id = any($2)";

    private final Pool pool;
    private final Seal seal;

    AccountEventBook(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /// Return the events that exist, by id.
    public Uni<Map<UUID, AccountEventView>> events(UUID workspaceId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(BY_ID)
                        .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                        .map(rows -> stream(rows)
                                .collect(Collectors.toMap(row -> row.getUUID("id"), AccountEventBook::view)));
    }

    Uni<AccountEventConnectionView> page(Viewer viewer, AccountEventFilter filter, PageRequest request) {
        var context = "accountEvents:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), filter);
        var sql = new Sql();
        var text = SELECT + sql.bind(viewer.workspaceId())
                + equal("event.severity", filter.severity(), Enum::name, sql)
                + equal("event.business_number_id", filter.businessNumberId(), id -> id, sql)
                + request.cursor()
                        .map(cursor -> beyond(place(context, cursor), sql))
                        .orElse("")
                + " order by event.occurred_at desc, event.id desc limit " + sql.bind(request.size() + 1);
        return pool.preparedQuery(text).execute(sql.values()).map(rows -> {
            var page = Page.of(stream(rows).map(row -> edge(row, context)).toList(), request);
            return new AccountEventConnectionView(page.entries(), page.info(AccountEventEdgeView::cursor));
        });
    }

    private static <T> String equal(String column, @Nullable T wanted, Function<T, Object> value, Sql sql) {
        return wanted == null ? "" : " and " + column + " = " + sql.bind(value.apply(wanted));
    }

    private static String beyond(AccountEventPlace place, Sql sql) {
        return " and (event.occurred_at, event.id) < ("
                + sql.bind(place.occurredAt().atOffset(ZoneOffset.UTC)) + "::timestamptz, "
                + sql.bind(place.eventId()) + "::uuid)";
    }

    private AccountEventEdgeView edge(Row row, String context) {
        var place = new AccountEventPlace(Times.of(row, "occurred_at"), row.getUUID("id"));
        return new AccountEventEdgeView(view(row), seal.seal(context, place.toString()));
    }

    private AccountEventPlace place(String context, String cursor) {
        return seal.open(context, cursor)
                .map(AccountEventPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this list, filter and user.", "after"));
    }

    private static AccountEventView view(Row row) {
        return new AccountEventView(
                row.getUUID("id").toString(),
                AccountEventKind.valueOf(row.getString("kind")),
                AccountEventSeverity.valueOf(row.getString("severity")),
                row.getString("summary"),
                row.getString("plugin_name"),
                number(row),
                template(row),
                detail(row),
                Times.of(row, "occurred_at"),
                Times.of(row, "recorded_at"));
    }

    private static @Nullable BusinessNumberView number(Row row) {
        UUID id = row.getUUID("number_id");
        return id == null
                ? null
                : new BusinessNumberView(id.toString(), row.getString("number_phone"), row.getString("number_name"));
    }

    private static @Nullable AccountEventTemplateView template(Row row) {
        var name = row.getString("template_name");
        return name == null
                ? null
                : new AccountEventTemplateView(row.getString("template_id"), name, row.getString("template_language"));
    }

    private static JsonObject detail(Row row) {
        try (var reader =
                Json.createReader(new StringReader(row.getJsonObject("detail").encode()))) {
            return reader.readObject();
        }
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
