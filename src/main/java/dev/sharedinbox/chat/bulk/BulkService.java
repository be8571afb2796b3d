package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.deed.ChatDeeds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Takes in deeds on many chats, and stops them.
@ApplicationScoped
class BulkService {

    private final Pool pool;
    private final BulkConfig config;
    private final BulkTargets targets;
    private final BulkRows rows;
    private final BulkJobs jobs;
    private final BulkRuns runs;
    private final ChatDeeds deeds;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    BulkService(
            Pool pool,
            BulkConfig config,
            BulkTargets targets,
            BulkRows rows,
            BulkJobs jobs,
            BulkRuns runs,
            ChatDeeds deeds,
            ChangeLog log,
            WakeUps wakeUps) {
        this.pool = pool;
        this.config = config;
        this.targets = targets;
        this.rows = rows;
        this.jobs = jobs;
        this.runs = runs;
        this.deeds = deeds;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// Take in a job, or find the one that the same request has made before.
    Uni<BulkJobView> start(Viewer viewer, BulkChatsInput input) {
        viewer.require(input.deed().permission());
        var request = BulkRequest.of(input);
        var order =
                new BulkOrder(viewer.workspaceId(), Ids.next(), viewer.userId(), request.deed(), request.arguments());
        var deed = order.deed(deeds);
        return rows.find(pool, viewer, request)
                .chain(known -> known.isPresent()
                        ? job(viewer, known.get())
                        : deed.require(pool, viewer.workspaceId())
                                .chain(() -> targets.chats(viewer, request.target()))
                                .chain(chats -> create(viewer, request, order, chats)));
    }

    /// Stop a job of the viewer; one that has ended stays as it is.
    Uni<BulkJobView> cancel(Viewer viewer, String jobId) {
        var id = Ids.parse(jobId).orElseThrow(BulkService::unknown);
        return pool.withTransaction(transaction -> rows.cancel(transaction, viewer, id)
                        .call(stopped -> stopped
                                ? log.append(
                                        transaction,
                                        viewer.workspaceId(),
                                        List.of(BulkSteps.progress(viewer.userId(), id)))
                                : Uni.createFrom().voidItem()))
                .invoke(() -> wakeUps.changed(viewer.workspaceId()))
                .chain(() -> job(viewer, id));
    }

    /// The same request may have come twice at once: whichever is second finds the job of the first.
    private Uni<BulkJobView> create(Viewer viewer, BulkRequest request, BulkOrder order, Set<UUID> chats) {
        return pool.withTransaction(transaction -> rows.lockOwner(transaction, viewer)
                        .chain(() -> rows.find(transaction, viewer, request))
                        .call(known -> known.isPresent()
                                ? Uni.createFrom().voidItem()
                                : rows.create(transaction, request, order, chats)))
                .call(known -> known.isPresent() ? Uni.createFrom().voidItem() : begin(order, chats.size()))
                .chain(known -> job(viewer, known.orElse(order.id())));
    }

    /// What this node cannot end now, it or another one does later.
    private Uni<Void> begin(BulkOrder order, int size) {
        if (size <= config.atOnce()) {
            return runs.run(order).onFailure().recoverWithNull();
        }
        runs.begin();
        return Uni.createFrom().voidItem();
    }

    private Uni<BulkJobView> job(Viewer viewer, UUID id) {
        return jobs.own(viewer, id).map(found -> found.orElseThrow(BulkService::unknown));
    }

    private static InboxException unknown() {
        return InboxException.notFound("bulk job", "input", "jobId");
    }
}
