package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.deed.ChatDeeds;
import dev.sharedinbox.chat.list.ChatPicks;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in deeds on many chats, and stops them.
@ApplicationScoped
class BulkService {

    /// How many chats a job may be about.
    static final int MOST = 10_000;

    /// How many chats a request may name, which keeps its body small.
    private static final int MOST_NAMED = 1_000;

    private static final int LONGEST_KEY = 100;
    private static final String NEW_JOB = """
            insert into bulk_job
                (workspace_id, id, user_id, client_request_id, request, deed, arguments, total, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (workspace_id, user_id, client_request_id) do nothing
            """;
    private static final String NEW_CHATS = """
            insert into bulk_chat (workspace_id, job_id, chat_id) select $1, $2, chat from unnest($3::uuid[]) chat
            """;
    private static final String SAME = """
            select id, request from bulk_job where workspace_id = $1 and user_id = $2 and client_request_id = $3
            """;
    private static final String CANCEL = """
            update bulk_job set state = 'CANCELLED', finished_at = $4
            where workspace_id = $1 and id = $2 and user_id = $3 and state = 'RUNNING'
            """;

    private final Pool pool;
    private final Clock clock;
    private final BulkConfig config;
    private final BulkJobs jobs;
    private final BulkRuns runs;
    private final ChatPicks picks;
    private final ChatDeeds deeds;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    BulkService(
            Pool pool,
            Clock clock,
            BulkConfig config,
            BulkJobs jobs,
            BulkRuns runs,
            ChatPicks picks,
            ChatDeeds deeds,
            ChangeLog log,
            WakeUps wakeUps) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.jobs = jobs;
        this.runs = runs;
        this.picks = picks;
        this.deeds = deeds;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Take in a job, or find the one that the same request has made before.
    Uni<BulkJobView> start(Viewer viewer, BulkChatsInput input) {
        viewer.require(input.deed().permission());
        check(input);
        var request = request(input);
        return same(viewer, input, request)
                .chain(known -> known != null
                        ? job(viewer, known)
                        : chats(viewer, input).chain(chats -> create(viewer, input, request, chats)));
    }

    /// Stop a job of the viewer; one that has ended stays as it is.
    Uni<BulkJobView> cancel(Viewer viewer, String jobId) {
        var id = Ids.parse(jobId).orElseThrow(BulkService::unknown);
        var order = new BulkOrder(viewer.workspaceId(), id, viewer.userId(), BulkDeed.CLOSE, new JsonObject());
        var values = Tuple.of(
                viewer.workspaceId(), id, viewer.userId(), clock.instant().atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(CANCEL)
                        .execute(values)
                        .chain(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : log.append(transaction, viewer.workspaceId(), List.of(BulkSteps.progress(order)))))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .chain(() -> job(viewer, id));
    }

    private void check(BulkChatsInput input) {
        var key = input.clientRequestId();
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf(0) >= 0) {
            throw InboxException.invalid("Expected 1 to " + LONGEST_KEY + " characters.", "input", "clientRequestId");
        }
        if (input.chatIds() != null && (input.filter() != null || input.search() != null)) {
            throw InboxException.invalid("Give either chatIds, or filter and search.", "input", "chatIds");
        }
        if (input.chatIds() == null && input.filter() == null && input.search() == null) {
            throw InboxException.invalid("Give chatIds, a filter or a search.", "input");
        }
        var _ = BulkOrder.deed(input.deed(), BulkOrder.arguments(input), deeds);
    }

    private Uni<List<UUID>> chats(Viewer viewer, BulkChatsInput input) {
        if (input.chatIds() == null) {
            return picks.ids(viewer, ChatQuery.of(input.filter(), null, input.search(), "input"), MOST + 1)
                    .invoke(found -> {
                        if (found.size() > MOST) {
                            throw InboxException.invalid(
                                    "More than " + MOST + " chats fit; narrow the filter.", "input", "filter");
                        }
                    });
        }
        if (input.chatIds().isEmpty() || input.chatIds().size() > MOST_NAMED) {
            throw InboxException.invalid(
                    "From 1 to " + MOST_NAMED + " chats can be named; use a filter for more.", "input", "chatIds");
        }
        return Uni.createFrom()
                .item(input.chatIds().stream()
                        .map(id -> Ids.parse(id).orElseThrow(() -> InboxException.notFound("chat", "input", "chatIds")))
                        .distinct()
                        .toList());
    }

    private Uni<BulkJobView> create(Viewer viewer, BulkChatsInput input, String request, List<UUID> chats) {
        var order = new BulkOrder(
                viewer.workspaceId(), Ids.next(), viewer.userId(), input.deed(), BulkOrder.arguments(input));
        return pool.withTransaction(transaction -> insert(transaction, order, input, request, chats))
                .chain(isNew -> isNew
                        ? begin(order, chats.size()).chain(() -> job(viewer, order.id()))
                        : same(viewer, input, request).chain(known -> job(viewer, known)));
    }

    private Uni<Boolean> insert(
            SqlClient transaction, BulkOrder order, BulkChatsInput input, String request, List<UUID> chats) {
        var values = Tuple.of(order.workspaceId(), order.id(), order.userId())
                .addString(input.clientRequestId())
                .addString(request)
                .addString(order.deed().name())
                .addJsonObject(order.arguments())
                .addInteger(chats.size())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(NEW_JOB)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : transaction
                                .preparedQuery(NEW_CHATS)
                                .execute(Tuple.of(order.workspaceId(), order.id(), chats.toArray(UUID[]::new)))
                                .replaceWith(true));
    }

    /// What this node cannot end now, it or another one does later.
    private Uni<Void> begin(BulkOrder order, int size) {
        if (size <= config.atOnce()) {
            return runs.run(order).onFailure().recoverWithNull();
        }
        runs.begin();
        return Uni.createFrom().voidItem();
    }

    private Uni<@Nullable UUID> same(Viewer viewer, BulkChatsInput input, String request) {
        return pool.preparedQuery(SAME)
                .execute(Tuple.of(viewer.workspaceId(), viewer.userId(), input.clientRequestId()))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return null;
                    }
                    var row = rows.iterator().next();
                    if (!request.equals(row.getString("request"))) {
                        throw new InboxException(
                                ErrorCode.CONFLICT,
                                "The same clientRequestId came before with another request.",
                                "input",
                                "clientRequestId");
                    }
                    return row.getUUID("id");
                });
    }

    private Uni<BulkJobView> job(Viewer viewer, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().failure(BulkService::unknown)
                : jobs.own(viewer, id).map(found -> found.orElseThrow(BulkService::unknown));
    }

    private static String request(BulkChatsInput input) {
        var query = ChatQuery.of(input.filter(), null, input.search(), "input");
        return new JsonObject()
                .put("deed", input.deed().name())
                .put("arguments", BulkOrder.arguments(input))
                .put("chatIds", input.chatIds() == null ? null : new JsonArray(List.copyOf(input.chatIds())))
                .put("filter", query.filter().toJson())
                .put("search", query.search().toJson())
                .encode();
    }

    private static InboxException unknown() {
        return InboxException.notFound("bulk job", "input", "jobId");
    }
}
