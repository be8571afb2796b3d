package dev.sharedinbox.whatsapp.webhook.ledger;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Keeps every body as it came, and what of it was not turned into chats.
@ApplicationScoped
public class Ledger {

    private static final String BODIES = """
            insert into webhook_delivery (workspace_id, id, plugin_id, received_at, body)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::bytea[])
            """;
    private static final String ITEMS = """
            insert into webhook_item (workspace_id, id, delivery_id, path, field, state, reason)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
            on conflict (workspace_id, delivery_id, path) do
            """;
    private static final String KEEP = ITEMS + "nothing";
    private static final String RENEW =
            ITEMS + "update set field = excluded.field, state = excluded.state, reason = excluded.reason";
    private static final String UNDERSTOOD = """
            delete from webhook_item where workspace_id = $1 and delivery_id = any($2)
                and (delivery_id, path) not in (select * from unnest($3::uuid[], $4::text[]))
            """;

    Ledger() {}

    /// Keep new bodies in the caller's transaction, and why items of theirs were not read.
    public Uni<Void> keep(SqlClient transaction, UUID workspaceId, List<Delivery> deliveries) {
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(deliveries.stream().map(Delivery::id).toArray(UUID[]::new))
                .addArrayOfUUID(deliveries.stream()
                        .map(delivery -> delivery.plugin().pluginId())
                        .toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(deliveries.stream()
                        .map(delivery -> delivery.receivedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(deliveries.stream().map(Delivery::body).toArray(Buffer[]::new));
        return transaction
                .preparedQuery(BODIES)
                .execute(values)
                .chain(_ -> write(transaction, KEEP, workspaceId, unstored(deliveries)));
    }

    /// Note how bodies that are kept already were understood when they were read again: what is understood now
    /// leaves the list, the rest stays with its newest reason.
    public Uni<Void> renew(SqlClient transaction, UUID workspaceId, List<Delivery> deliveries) {
        var lines = unstored(deliveries);
        var values = Tuple.of(
                workspaceId,
                deliveries.stream().map(Delivery::id).toArray(UUID[]::new),
                lines.stream().map(Line::deliveryId).toArray(UUID[]::new),
                texts(lines, Line::path));
        return transaction
                .preparedQuery(UNDERSTOOD)
                .execute(values)
                .chain(_ -> write(transaction, RENEW, workspaceId, lines));
    }

    private static Uni<Void> write(SqlClient transaction, String items, UUID workspaceId, List<Line> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(lines.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(lines.stream().map(Line::deliveryId).toArray(UUID[]::new))
                .addArrayOfString(texts(lines, Line::path))
                .addArrayOfString(texts(lines, Line::field))
                .addArrayOfString(texts(lines, Line::state))
                .addArrayOfString(texts(lines, Line::reason));
        return transaction.preparedQuery(items).execute(values).replaceWithVoid();
    }

    private static List<Line> unstored(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> delivery.items().stream().flatMap(item -> line(delivery, item)))
                .toList();
    }

    private static Stream<Line> line(Delivery delivery, Item item) {
        return switch (item) {
            case Item.Understood _ -> Stream.empty();
            case Item.Kept(var path, var field, var reason) ->
                Stream.of(new Line(delivery.id(), path, field, "KEPT", reason));
            case Item.Failed(var path, var field, var reason) ->
                Stream.of(new Line(delivery.id(), path, field, "FAILED", reason));
        };
    }

    private static String[] texts(List<Line> lines, Function<Line, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    /// A row of the ledger about one item.
    private record Line(UUID deliveryId, String path, String field, String state, String reason) {}
}
