package dev.sharedinbox.chat.bulk;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("BulkJob")
@Description("One deed on many chats. It is kept for a day after its end.")
public record BulkJobView(
        @Id @Description("Opaque id.") String id,
        @Description("What is done.") BulkDeed deed,
        @Description("How far it is.") BulkJobState state,
        @Description("How many chats it is about.") int total,
        @Description("On how many it was done.") int done,

        @Description("For how many it was refused; bulkResults says why.")
        int refused,

        @Description("When it was asked for.") Instant createdAt,

        @Nullable @Description("When it ended; null while it runs.")
        Instant finishedAt) {}
