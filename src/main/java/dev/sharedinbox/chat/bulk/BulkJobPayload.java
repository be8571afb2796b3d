package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("BulkJobPayload")
@Description("What became of a bulk job.")
public record BulkJobPayload(
        @Nullable @Description("The job as it is now; null when the whole of it was refused.")
        BulkJobView job,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static BulkJobPayload of(BulkJobView job) {
        return new BulkJobPayload(job, List.of());
    }

    static BulkJobPayload refused(List<UserErrorView> errors) {
        return new BulkJobPayload(null, errors);
    }
}
