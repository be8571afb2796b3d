package dev.sharedinbox.channel.event;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.channel.status.Statuses;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Writes account events, each once, and what they change.
@ApplicationScoped
public class AccountEvents {

    /// The name under which a change's detail holds the id of an event.
    public static final String EVENT_ID = "accountEventId";
    /// The name under which a change's detail holds the id of a number.
    public static final String NUMBER_ID = "businessNumberId";

    private static final String INSERT = """
            insert into account_event (workspace_id, id, plugin_id, business_number_id, kind, severity, summary,
                template_id, template_name, template_language, detail, telling, occurred_at)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::timestamptz[])
            on conflict (workspace_id, plugin_id, telling) do nothing
            returning id, kind
            """;

    /// All batches take the keys in this order, so that none waits for another in a circle.
    private static final Comparator<AccountEvent> BY_KEY =
            Comparator.comparing(event -> event.telling().key());

    private final Statuses statuses;

    AccountEvents(Statuses statuses) {
        this.statuses = statuses;
    }

    /// Within the caller's transaction, store the events that are not stored yet and what they report; return what
    /// is to be appended to the change log.
    public Uni<List<NewChange>> store(SqlClient transaction, UUID workspaceId, List<AccountEvent> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var events = told.stream().sorted(BY_KEY).toList();
        var reports = events.stream().flatMap(event -> event.reports().stream()).toList();
        return insert(transaction, workspaceId, events)
                .chain(stored -> statuses.update(transaction, workspaceId, reports)
                        .map(numbers -> Stream.concat(
                                        stored.stream(), numbers.stream().map(AccountEvents::updated))
                                .toList()));
    }

    private static Uni<List<NewChange>> insert(SqlClient transaction, UUID workspaceId, List<AccountEvent> events) {
        var values = Tuple.tuple()
                .addUUID(workspaceId)
                .addArrayOfUUID(events.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(events.stream().map(AccountEvent::pluginId).toArray(UUID[]::new))
                .addArrayOfUUID(
                        events.stream().map(AccountEvent::businessNumberId).toArray(UUID[]::new))
                .addArrayOfString(texts(events, event -> event.kind().name()))
                .addArrayOfString(texts(events, event -> event.severity().name()))
                .addArrayOfString(texts(events, AccountEvent::summary))
                .addArrayOfString(texts(events, event -> template(event, AccountEventTemplateView::providerId)))
                .addArrayOfString(texts(events, event -> template(event, AccountEventTemplateView::name)))
                .addArrayOfString(texts(events, event -> template(event, AccountEventTemplateView::language)))
                .addArrayOfJsonObject(events.stream().map(AccountEvent::detail).toArray(JsonObject[]::new))
                .addArrayOfString(texts(events, event -> event.telling().key()))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.telling().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(INSERT).execute(values).map(AccountEvents::stored);
    }

    private static List<NewChange> stored(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> stored(row.getUUID("id"), AccountEventKind.valueOf(row.getString("kind"))))
                .toList();
    }

    private static Stream<NewChange> stored(UUID id, AccountEventKind kind) {
        var told = NewChange.about(ChangeType.ACCOUNT_EVENT, EVENT_ID, id);
        return kind.isAboutTemplate()
                ? Stream.of(told, NewChange.about(ChangeType.TEMPLATE_UPDATED, EVENT_ID, id))
                : Stream.of(told);
    }

    private static NewChange updated(UUID businessNumberId) {
        return NewChange.about(ChangeType.NUMBER_UPDATED, NUMBER_ID, businessNumberId);
    }

    private static @Nullable String template(
            AccountEvent event, Function<AccountEventTemplateView, @Nullable String> part) {
        var template = event.template();
        return template == null ? null : part.apply(template);
    }

    private static String[] texts(List<AccountEvent> events, Function<AccountEvent, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
