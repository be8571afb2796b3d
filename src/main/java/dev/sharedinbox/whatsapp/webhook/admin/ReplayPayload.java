package dev.sharedinbox.whatsapp.webhook.admin;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ReplayPayload")
@Description("What became of a wish to read stored webhooks again.")
public record ReplayPayload(
        @Nullable @Description("What it came to; null when it was refused.")
        ReplayView result,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static ReplayPayload of(ReplayView result) {
        return new ReplayPayload(result, List.of());
    }

    static ReplayPayload refused(List<UserErrorView> errors) {
        return new ReplayPayload(null, errors);
    }
}
