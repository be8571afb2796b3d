package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads bulk jobs and what became of their chats. A job is its owner's alone.
@ApplicationScoped
public class BulkJobs {

    /// What a change about a bulk job calls its id.
    public static final String JOB_ID = "bulkJobId";

    private static final int MOST_LISTED = 20;
    private static final String SELECT = """
            select job.id, job.user_id, job.deed, job.state, job.total, job.created_at, job.finished_at,
                counted.done, counted.refused
            from bulk_job job cross join lateral (
                select count(*) filter (where state = 'DONE') as done, count(*) filter (where state = 'REFUSED') as refused
                from bulk_chat where workspace_id = job.workspace_id and job_id = job.id) counted
            where job.workspace_id = $1
            """;
    private static final String BY_ID = SELECT + " and job.id = any($2)";
    private static final String OWN = BY_ID + " and job.user_id = $3";
    private static final String NEWEST =
            SELECT + " and job.user_id = $2 order by job.created_at desc, job.id desc limit " + MOST_LISTED;
    private static final String RESULTS = """
            select chat_id, state, code from bulk_chat
            where workspace_id = $1 and job_id = $2 and ($3::uuid is null or chat_id > $3)
                and (not $4 or state = 'REFUSED')
                and exists (select from bulk_job where workspace_id = $1 and id = $2 and user_id = $5)
            order by chat_id limit $6
            """;

    private final Pool pool;

    BulkJobs(Pool pool) {
        this.pool = pool;
    }

    /// Return the jobs that exist, whoever they are of, by id.
    public Uni<Map<UUID, BulkJobView>> byId(UUID workspaceId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : read(BY_ID, Tuple.of(workspaceId, ids.toArray(UUID[]::new))).map(BulkJobs::byId);
    }

    /// Return the newest jobs of the viewer, newest first.
    Uni<List<BulkJobView>> newest(Viewer viewer) {
        return read(NEWEST, Tuple.of(viewer.workspaceId(), viewer.userId()));
    }

    /// Return a job of the viewer.
    Uni<Optional<BulkJobView>> own(Viewer viewer, UUID id) {
        return read(OWN, Tuple.of(viewer.workspaceId(), new UUID[] {id}, viewer.userId()))
                .map(found -> found.stream().findFirst());
    }

    /// Return what became of the chats of a job of the viewer, in the order of their ids.
    Uni<List<BulkResultView>> results(Viewer viewer, UUID id, boolean refusedOnly, @Nullable UUID after, int first) {
        var values = Tuple.of(viewer.workspaceId(), id)
                .addUUID(after)
                .addBoolean(refusedOnly)
                .addUUID(viewer.userId())
                .addLong((long) first);
        return pool.preparedQuery(RESULTS)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new BulkResultView(
                                row.getUUID("chat_id").toString(),
                                "DONE".equals(row.getString("state")),
                                row.getString("code")))
                        .toList());
    }

    private Uni<List<BulkJobView>> read(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BulkJobs::job)
                        .toList());
    }

    private static Map<UUID, BulkJobView> byId(List<BulkJobView> jobs) {
        return jobs.stream().collect(Collectors.toMap(job -> UUID.fromString(job.id()), Function.identity()));
    }

    private static BulkJobView job(Row row) {
        return new BulkJobView(
                row.getUUID("id").toString(),
                BulkDeed.valueOf(row.getString("deed")),
                BulkJobState.valueOf(row.getString("state")),
                row.getInteger("total"),
                row.getLong("done").intValue(),
                row.getLong("refused").intValue(),
                Times.of(row, "created_at"),
                Times.orNull(row, "finished_at"));
    }
}
