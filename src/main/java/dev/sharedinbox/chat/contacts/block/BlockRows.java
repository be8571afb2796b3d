package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// What is known of blocks, and who is just changing it.
@ApplicationScoped
class BlockRows {

    /// Longer than any call to the carrier. A claim that is older is that of a node that died.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String ADDRESS = """
            select coalesce('+' || (select value from contact_identity i where i.workspace_id = contact.workspace_id
                    and i.contact_id = contact.id and i.kind = 'WA_ID' order by i.used_at desc, i.created_at desc limit 1),
                    contact.phone) as phone,
                (select value from contact_identity i where i.workspace_id = contact.workspace_id
                    and i.contact_id = contact.id and i.kind = 'BSUID' order by i.created_at desc limit 1) as bsuid
            from contact where workspace_id = $1 and id = $2
            """;
    /// Whoever takes over from a call that was lost does not know how that one ended.
    private static final String CLAIM = """
            insert into contact_block (workspace_id, contact_id, business_number_id, claimed_by, claimed_until)
            values ($1, $2, $3, $4, $5::timestamptz + $6::interval)
            on conflict (workspace_id, contact_id, business_number_id) do update
            set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until,
                confirmed = contact_block.confirmed and contact_block.claimed_by is null
            where contact_block.claimed_by is null or contact_block.claimed_until < $5::timestamptz
            returning blocked, confirmed
            """;
    /// The customer may have been merged into another one during the call.
    private static final String HELD = """
            where workspace_id = $1 and business_number_id = $3 and claimed_by = $4
                and contact_id = (select coalesce(merged_into, id) from contact where workspace_id = $1 and id = $2)
            returning contact_id
            """;
    private static final String SETTLE = """
            update contact_block set blocked = $5, confirmed = true, claimed_by = null, claimed_until = null,
                blocked_at = case when $5 then coalesce(blocked_at, $6::timestamptz) end,
                blocked_by = case when $5 then case when blocked then blocked_by else $7::uuid end end
            """ + HELD;
    private static final String RELEASE = """
            update contact_block set confirmed = confirmed and $5, claimed_by = null, claimed_until = null
            """ + HELD;

    private final Pool pool;
    private final Clock clock;

    BlockRows(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// The numbers of those chats of a customer that the viewer may see.
    Uni<List<Candidate>> candidates(Viewer viewer, UUID contactId) {
        var sql = new Sql();
        var text = "select number.id, coalesce(bool_or(w.expires_at > "
                + sql.bind(clock.instant().atOffset(ZoneOffset.UTC))
                + "::timestamptz), false) as recent, coalesce(bool_or(b.blocked or not b.confirmed), false) as maybe"
                + " from chat join business_number number on number.workspace_id = chat.workspace_id"
                + " and number.id = chat.business_number_id"
                + " left join session_window w on w.workspace_id = chat.workspace_id"
                + " and w.business_number_id = chat.business_number_id and w.contact_id = chat.contact_id"
                + " left join contact_block b on b.workspace_id = chat.workspace_id"
                + " and b.contact_id = chat.contact_id and b.business_number_id = chat.business_number_id"
                + " where chat.workspace_id = " + sql.bind(viewer.workspaceId()) + " and chat.contact_id = "
                + sql.bind(contactId) + " and " + viewer.scope().condition(sql, "chat")
                + " group by number.id order by number.id";
        return pool.preparedQuery(text)
                .execute(sql.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Candidate(row.getUUID("id"), row.getBoolean("recent"), row.getBoolean("maybe")))
                        .toList());
    }

    Uni<BlockTarget> target(UUID workspaceId, UUID contactId, UUID businessNumberId) {
        return pool.preparedQuery(ADDRESS)
                .execute(Tuple.of(workspaceId, contactId))
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new BlockTarget(workspaceId, businessNumberId, row.getString("phone"), row.getString("bsuid")));
    }

    /// Empty while somebody else holds it.
    Uni<Optional<BlockClaim>> claim(UUID workspaceId, UUID contactId, UUID businessNumberId) {
        var token = Ids.next();
        var values = Tuple.of(workspaceId, contactId, businessNumberId, token)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addValue(Interval.of(LEASE));
        return pool.preparedQuery(CLAIM)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new BlockClaim(token, row.getBoolean("blocked"), row.getBoolean("confirmed")))
                        .findFirst());
    }

    /// Note what the carrier has done and give the claim up; return whose block it is by now, empty when the claim was
    /// lost.
    Uni<Optional<UUID>> settle(SqlClient transaction, Viewer viewer, UUID contactId, UUID number, Settled settled) {
        var values = Tuple.of(viewer.workspaceId(), contactId, number, settled.token())
                .addBoolean(settled.blocked())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(viewer.userId());
        return transaction
                .preparedQuery(SETTLE)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("contact_id"))
                        .findFirst());
    }

    /// Give the claim up without having changed anything.
    ///
    /// @param certain whether what was known is still known
    Uni<Void> release(UUID workspaceId, UUID contactId, UUID number, UUID token, boolean certain) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(workspaceId, contactId, number, token, certain))
                .replaceWithVoid();
    }

    /// A number that the customer has a chat with.
    ///
    /// @param isRecent whether the customer was active there within the session window
    /// @param maybeBlocked whether it blocks them or may do so
    record Candidate(UUID businessNumberId, boolean isRecent, boolean maybeBlocked) {}

    /// What became of a claim.
    record Settled(UUID token, boolean blocked) {}
}
