package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps every edit and revocation under its own id and makes the messages say what is left of them. What a
/// message says depends on the set of its amendments only, never on the order they came in, nor on whether it
/// came before them.
@ApplicationScoped
class IncomingAmendments {

    private static final String KEEP = """
            insert into amendment (workspace_id, business_number_id, provider_message_id, target_provider_id, direction,
                kind, text, amended_at)
            select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::timestamptz[])
            on conflict do nothing
            """;
    private static final String APPLY = """
            with amended as (
                select m.id, min(a.amended_at) filter (where a.kind = 'REVOKE') as revoked_at,
                    max(a.amended_at) filter (where a.kind = 'EDIT') as edited_at,
                    (array_agg(a.text order by a.amended_at desc, a.provider_message_id desc)
                        filter (where a.kind = 'EDIT'))[1] as text
                from (select distinct * from unnest($2::uuid[], $3::text[]))
                    as named (business_number_id, provider_message_id)
                join amendment a on a.workspace_id = $1 and a.business_number_id = named.business_number_id
                    and a.target_provider_id = named.provider_message_id
                join message m on m.workspace_id = $1 and m.business_number_id = named.business_number_id
                    and m.provider_message_id = named.provider_message_id and m.direction = a.direction
                group by m.id),
            said as (
                select amended.*, case when revoked_at is null then amended.text end as shown from amended)
            update message m set text = said.shown,
                content = case when said.revoked_at is null then m.content else '{}' end,
                edited_at = said.edited_at, revoked_at = said.revoked_at,
                original = coalesce(m.original, jsonb_build_object('text', m.text, 'content', m.content))
            from said
            where m.workspace_id = $1 and m.id = said.id
                and (m.edited_at, m.revoked_at, m.text) is distinct from (said.edited_at, said.revoked_at, said.shown)
            returning m.id, m.chat_id, m.stored_at < now() as told_before
            """;

    IncomingAmendments() {}

    /// Store the amendments, and apply them and those that have waited for one of `awaited`. A message which this very
    /// transaction has stored is told as it became, so that is no change.
    Uni<List<NewChange>> store(
            SqlClient transaction,
            UUID workspaceId,
            List<Incoming.Amendment> amendments,
            List<Incoming.Message> awaited) {
        var named = Stream.concat(
                        amendments.stream().map(ProviderId::target),
                        awaited.stream().map(ProviderId::of))
                .distinct()
                .toList();
        return named.isEmpty()
                ? Uni.createFrom().item(List.of())
                : keep(transaction, workspaceId, amendments).chain(_ -> apply(transaction, workspaceId, named));
    }

    private static Uni<Void> keep(SqlClient transaction, UUID workspaceId, List<Incoming.Amendment> amendments) {
        if (amendments.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(amendments.stream()
                        .map(Incoming.Amendment::businessNumberId)
                        .toArray(UUID[]::new))
                .addArrayOfString(texts(amendments, Incoming.Amendment::providerMessageId))
                .addArrayOfString(texts(amendments, Incoming.Amendment::targetProviderId))
                .addArrayOfString(
                        texts(amendments, amendment -> amendment.direction().name()))
                .addArrayOfString(
                        texts(amendments, amendment -> amendment.kind().name()))
                .addArrayOfString(texts(amendments, Incoming.Amendment::text))
                .addArrayOfOffsetDateTime(amendments.stream()
                        .map(amendment -> amendment.amendedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    private static Uni<List<NewChange>> apply(SqlClient transaction, UUID workspaceId, List<ProviderId> named) {
        return transaction
                .preparedQuery(APPLY)
                .execute(Tuple.of(workspaceId, ProviderId.numbers(named), ProviderId.values(named)))
                .map(rows -> rows.stream()
                        .filter(row -> row.getBoolean("told_before"))
                        .map(row -> NewChange.message(
                                ChangeType.MESSAGE_UPDATED, row.getUUID("chat_id"), row.getUUID("id")))
                        .toList());
    }

    private static String[] texts(
            List<Incoming.Amendment> amendments, Function<Incoming.Amendment, @Nullable String> column) {
        return amendments.stream().map(column).toArray(String[]::new);
    }
}
