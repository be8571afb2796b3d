package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Deeds on many chats, over GraphQL.
@GraphQLApi
public class BulkApi {

    private static final int MOST_RESULTS = 1_000;

    private final Viewers viewers;
    private final BulkService service;
    private final BulkJobs jobs;

    BulkApi(Viewers viewers, BulkService service, BulkJobs jobs) {
        this.viewers = viewers;
        this.service = service;
        this.jobs = jobs;
    }

    @Mutation
    @Description("Do a deed on up to 10,000 chats, each by itself and with what the viewer may see and do at that time."
            + " Up to 50 are done before the answer; more go on in the background and tell of it as bulk.updated.")
    public Uni<BulkJobPayload> bulkChats(@Description("Which chats, and what to do.") BulkChatsInput input) {
        return Refusals.recover(
                viewers.current().chain(viewer -> service.start(viewer, input)),
                BulkJobPayload::of,
                BulkJobPayload::refused);
    }

    @Mutation
    @Description("Stop a bulk job of the viewer. What was done stays done.")
    public Uni<BulkJobPayload> cancelBulkJob(@Description("Which one.") CancelBulkJobInput input) {
        return Refusals.recover(
                viewers.current().chain(viewer -> service.cancel(viewer, input.jobId())),
                BulkJobPayload::of,
                BulkJobPayload::refused);
    }

    @Query
    @Nullable @Description("A bulk job of the viewer; null when there is none, or when it ended more than a day ago.")
    public Uni<BulkJobView> bulkJob(@Id @Description("The job.") String id) {
        return viewers.current()
                .chain(viewer -> Ids.parse(id)
                        .map(job -> jobs.own(viewer, job).map(found -> found.orElse(null)))
                        .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    @Query
    @Description(
            "The newest 20 bulk jobs of the viewer, newest first: those under way and those that ended within a day.")
    public Uni<List<@NonNull BulkJobView>> bulkJobs() {
        return viewers.current().chain(jobs::newest);
    }

    @Query
    @Description("What became of the chats of a bulk job of the viewer, in the order of their ids.")
    public Uni<List<@NonNull BulkResultView>> bulkResults(
            @Id @Description("The job.") String jobId,
            @DefaultValue("false") @Description("Only chats for which it was refused.") boolean refusedOnly,
            @DefaultValue("100") @Description("How many: 1 to 1000.") int first,
            @Nullable @Id @Description("The chat to go on after.") String after) {
        if (first < 1 || first > MOST_RESULTS) {
            throw InboxException.invalid("first must be between 1 and " + MOST_RESULTS + ".", "first");
        }
        var from = after == null ? null : Ids.parse(after).orElseThrow(() -> InboxException.notFound("chat", "after"));
        return viewers.current()
                .chain(viewer -> Ids.parse(jobId)
                        .map(job -> jobs.results(viewer, job, refusedOnly, from, first))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }
}
