package dev.sharedinbox.space;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("DeleteSpacePayload")
@Description("What became of a space that was to be deleted.")
public record DeleteSpacePayload(
        @Nullable @Id @Description("The space that is gone; null when the deed was refused.")
        String spaceId,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static DeleteSpacePayload of(UUID space) {
        return new DeleteSpacePayload(space.toString(), List.of());
    }

    static DeleteSpacePayload refused(List<UserErrorView> errors) {
        return new DeleteSpacePayload(null, errors);
    }
}
