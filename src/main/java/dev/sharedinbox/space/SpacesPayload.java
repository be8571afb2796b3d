package dev.sharedinbox.space;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SpacesPayload")
@Description("What became of the viewer's spaces.")
public record SpacesPayload(
        @Nullable @Description("All spaces the viewer sees, in their order; null when the deed was refused.")
        List<@NonNull SpaceView> spaces,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static SpacesPayload of(List<SpaceView> spaces) {
        return new SpacesPayload(spaces, List.of());
    }

    static SpacesPayload refused(List<UserErrorView> errors) {
        return new SpacesPayload(null, errors);
    }
}
