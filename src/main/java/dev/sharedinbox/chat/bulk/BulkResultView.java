package dev.sharedinbox.chat.bulk;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("BulkResult")
@Description("What became of a chat of a bulk job.")
public record BulkResultView(
        @Id @Description("The chat.") String chatId,

        @Description("Whether it was done; also true when it was so already.")
        boolean done,

        @Nullable @Description("Why it was refused, a code of the catalogue of errors; null when it was done or not yet tried.")
        String code) {}
