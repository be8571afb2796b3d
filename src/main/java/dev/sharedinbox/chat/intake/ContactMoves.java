package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.contact.Merge;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Lets the chats, session windows, blocks and reactions of a contact follow to the one it was merged into. Of
/// two live chats with the same number the one with the newer activity stays; the other is closed with a note
/// that says why.
@ApplicationScoped
class ContactMoves {

    private static final String LOCK = """
            select id from chat where workspace_id = $1 and contact_id in ($2, $3) order by id for update
            """;
    private static final String SURPLUS = """
            select id from (
                select id, row_number() over (partition by business_number_id
                    order by last_activity_at desc, id desc) as place
                from chat where workspace_id = $1 and contact_id in ($2, $3) and status <> 'CLOSED') live
            where place > 1
            """;
    private static final String CLOSE = """
            with surplus as (
                select * from unnest($2::uuid[], $3::uuid[]) as surplus (chat_id, note_id)),
            noted as (
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, content,
                    sender_kind, sent_at)
                select $1::uuid, surplus.note_id, chat.id, chat.last_seq + 1, chat.business_number_id, 'INCOMING', 'SYSTEM',
                    '{"kind": "contactMerged"}'::jsonb, 'SYSTEM', $4::timestamptz
                from surplus join chat on chat.workspace_id = $1 and chat.id = surplus.chat_id)
            update chat set status = 'CLOSED', closed_at = $4::timestamptz, waiting_since = null, last_seq = chat.last_seq + 1,
                last_message_id = surplus.note_id, last_message_direction = 'INCOMING'
            from surplus where chat.workspace_id = $1 and chat.id = surplus.chat_id
            """;
    private static final String MOVE_CHATS = """
            update chat set contact_id = $3 where workspace_id = $1 and contact_id = $2
            """;
    private static final String CHATS = """
            select id from chat where workspace_id = $1 and contact_id = any($2) order by id
            """;

    private final Clock clock;

    ContactMoves(Clock clock) {
        this.clock = clock;
    }

    /// Do the moves in their order; return what changed in the chats.
    Uni<List<NewChange>> move(SqlClient transaction, UUID workspaceId, List<Merge> merges) {
        return Multi.createFrom()
                .iterable(merges)
                .onItem()
                .transformToUniAndConcatenate(merge -> move(transaction, workspaceId, merge))
                .collect()
                .asList()
                .map(facts -> facts.stream().flatMap(List::stream).distinct().toList());
    }

    /// All chats of a customer show their name and number.
    static Uni<List<NewChange>> changed(SqlClient transaction, UUID workspaceId, Set<UUID> contacts) {
        return contacts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(CHATS)
                        .execute(Tuple.of(workspaceId, contacts.toArray(UUID[]::new)))
                        .map(rows -> facts(List.of(), ids(rows)));
    }

    private Uni<List<NewChange>> move(SqlClient transaction, UUID workspaceId, Merge merge) {
        var values = Tuple.of(workspaceId, merge.from(), merge.into());
        return transaction
                .preparedQuery(LOCK)
                .execute(values)
                .chain(both -> transaction
                        .preparedQuery(SURPLUS)
                        .execute(values)
                        .chain(surplus -> close(transaction, workspaceId, ids(surplus)))
                        .map(closed -> facts(closed, ids(both))))
                .call(_ -> transaction.preparedQuery(MOVE_CHATS).execute(values))
                .call(_ -> Belongings.move(transaction, workspaceId, merge));
    }

    private Uni<List<NewChange>> close(SqlClient transaction, UUID workspaceId, List<UUID> chats) {
        if (chats.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var notes = chats.stream().map(_ -> Ids.next()).toList();
        var values = Tuple.of(
                workspaceId,
                chats.toArray(UUID[]::new),
                notes.toArray(UUID[]::new),
                clock.instant().atOffset(ZoneOffset.UTC));
        var facts = Stream.iterate(0, place -> place < chats.size(), place -> place + 1)
                .flatMap(place -> Stream.of(
                        NewChange.chat(ChangeType.CHAT_UPDATED, chats.get(place)),
                        NewChange.message(ChangeType.MESSAGE_CREATED, chats.get(place), notes.get(place))))
                .toList();
        return transaction.preparedQuery(CLOSE).execute(values).replaceWith(facts);
    }

    /// The elder may have learned from the younger what it did not know, so its chats are told, too.
    private static List<NewChange> facts(List<NewChange> closed, List<UUID> both) {
        var told = both.stream().map(chat -> NewChange.chat(ChangeType.CHAT_UPDATED, chat));
        return Stream.concat(closed.stream(), told).distinct().toList();
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }
}
