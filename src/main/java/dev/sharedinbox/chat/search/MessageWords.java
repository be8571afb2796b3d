package dev.sharedinbox.chat.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Keeps the words of messages, a batch in a transaction. What is left to do stands in the rows and is crossed out in
/// the transaction that does it: nothing is lost or done half, whoever dies.
@ApplicationScoped
class MessageWords {

    /// A workspace that is new here, or has got another language, is walked through from its newest message on.
    private static final String BEGIN = """
            insert into message_search (workspace_id, language, walked_to)
            select w.id, wanted.language, 'ffffffff-ffff-ffff-ffff-ffffffffffff'
            from workspace w
            cross join lateral (select coalesce(
                (select known from unnest(array[w.search_language, $1]) with ordinality as named (known, place)
                    where exists (select from pg_ts_config c where c.cfgname = 'inbox_' || known)
                    order by place limit 1), 'simple') as language) wanted
            left join message_search s on s.workspace_id = w.id
            where s.language is distinct from wanted.language
            on conflict (workspace_id) do update set language = excluded.language, walked_to = excluded.walked_to
            returning workspace_id, language
            """;
    private static final String KNOWS =
            "select exists (select from pg_ts_config c where c.cfgname = 'inbox_' || $1::text) as known";
    private static final String DUE = """
            select s.workspace_id, s.walked_to is not null as walked, first.queued_at as oldest
            from message_search s
            left join lateral (
                select u.queued_at from message_unindexed u where u.workspace_id = s.workspace_id
                order by u.position limit 1) first on true
            where s.walked_to is not null or first.queued_at is not null
            """;
    /// One node at a time keeps the words of a workspace, so that a newer reading is never overwritten by an older one.
    /// The statements after it see what the one before has committed.
    private static final String LOCK =
            "select walked_to from message_search where workspace_id = $1 for update skip locked";
    private static final String KEEP = """
            said as materialized (
                select m.workspace_id, m.id, m.chat_id, m.sent_at, message_words(s.language, m) as words
                from met join message m on m.workspace_id = $1 and m.id = met.id
                join message_search s on s.workspace_id = $1),
            silent as (
                delete from message_words w using said
                where w.workspace_id = $1 and w.message_id = said.id and length(said.words) = 0),
            kept as (
                insert into message_words (workspace_id, message_id, chat_id, sent_at, words)
                select * from said where length(words) > 0
                on conflict (workspace_id, message_id) do update
                    set chat_id = excluded.chat_id, sent_at = excluded.sent_at, words = excluded.words)
            """;
    private static final String FOLLOW = """
            with taken as (
                delete from message_unindexed u
                using (select position from message_unindexed where workspace_id = $1 order by position limit $2) due
                where u.workspace_id = $1 and u.position = due.position
                returning u.message_id, u.queued_at),
            met as materialized (select distinct message_id as id from taken),
            """ + KEEP + "select count(*) as found, min(queued_at) as oldest from taken";
    private static final String WALK = """
            with met as materialized (
                select m.id from message m
                where m.workspace_id = $1 and m.id < (select walked_to from message_search where workspace_id = $1)
                order by m.id desc limit $2),
            """ + KEEP + """
            update message_search set walked_to =
                case when (select count(*) from met) = $2 then (select id from met order by id limit 1) end
            where workspace_id = $1
            returning (select count(*) from met) as found, null::timestamptz as oldest
            """;

    /// Into the index, the words of the whole batch at once.
    private static final String MERGE = "select merge_message_words()";

    private final Pool pool;
    private final SearchConfig config;

    MessageWords(Pool pool, SearchConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /// Whether messages can be searched in a language.
    Uni<Boolean> knows(String language) {
        return pool.preparedQuery(KNOWS)
                .execute(Tuple.of(language))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    /// Note which workspaces have to be walked through; return those that begin anew.
    Uni<List<Begun>> begin() {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(config.language()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Begun(row.getUUID("workspace_id"), row.getString("language")))
                        .toList());
    }

    /// The workspaces with something to do.
    Uni<List<Due>> due() {
        return pool.preparedQuery(DUE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(row.getUUID("workspace_id"), row.getBoolean("walked"), oldest(row)))
                        .toList());
    }

    /// Keep the words of a batch of new and changed messages, and, when there are no more of them, of a batch of those
    /// that are walked through.
    Uni<Batch> keep(UUID workspaceId) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId))
                .chain(locked -> locked.size() == 0
                        ? Uni.createFrom().item(Batch.NOTHING)
                        : keep(transaction, workspaceId, walks(locked)))
                .call(batch -> merge(transaction, batch)));
    }

    private static boolean walks(RowSet<Row> locked) {
        return locked.iterator().next().getUUID("walked_to") != null;
    }

    private static Uni<Void> merge(SqlClient transaction, Batch batch) {
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.query(MERGE).execute().replaceWithVoid();
    }

    private Uni<Batch> keep(SqlClient transaction, UUID workspaceId, boolean walks) {
        return batch(transaction, FOLLOW, workspaceId).chain(followed -> {
            var news = new Batch(followed.found(), 0, followed.oldest(), isFull(followed) || walks, false);
            return isFull(followed) || !walks
                    ? Uni.createFrom().item(news)
                    : batch(transaction, WALK, workspaceId)
                            .map(walked -> new Batch(
                                    news.followed(), walked.found(), news.oldest(), isFull(walked), !isFull(walked)));
        });
    }

    private Uni<Found> batch(SqlClient transaction, String statement, UUID workspaceId) {
        return transaction
                .preparedQuery(statement)
                .execute(Tuple.of(workspaceId, config.batch()))
                .map(rows -> found(rows.iterator().next()));
    }

    private boolean isFull(Found found) {
        return found.found() >= config.batch();
    }

    private static Found found(Row row) {
        return new Found(row.getInteger("found"), oldest(row));
    }

    private static Optional<OffsetDateTime> oldest(Row row) {
        return Optional.ofNullable(row.get(OffsetDateTime.class, "oldest"));
    }

    private record Found(int found, Optional<OffsetDateTime> oldest) {}

    /// A workspace whose messages are to be walked through from the newest on.
    ///
    /// @param language its own, or the installation's when it has none
    record Begun(UUID workspaceId, String language) {}

    /// A workspace with something to do.
    ///
    /// @param walked whether its messages are being walked through
    /// @param oldest since when the first note of a new or changed message waits; empty when there is none
    record Due(UUID workspaceId, boolean walked, Optional<OffsetDateTime> oldest) {}

    /// What was done in one transaction.
    ///
    /// @param followed how many notes of new and changed messages were settled
    /// @param walked how many messages were walked through
    /// @param oldest since when the first of the notes had waited
    /// @param isFull whether there may be more
    /// @param arrived whether the walk came to its end
    record Batch(int followed, int walked, Optional<OffsetDateTime> oldest, boolean isFull, boolean arrived) {

        static final Batch NOTHING = new Batch(0, 0, Optional.empty(), false, false);

        boolean isEmpty() {
            return followed == 0 && walked == 0;
        }
    }
}
