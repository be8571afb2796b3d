package dev.sharedinbox.team;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ViewerPayload")
@Description("What became of a setting of the viewer's.")
public record ViewerPayload(
        @Nullable @Description("The viewer as they are now; null when it was refused.")
        ViewerView viewer,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static ViewerPayload of(ViewerView viewer) {
        return new ViewerPayload(viewer, List.of());
    }

    static ViewerPayload refused(List<UserErrorView> errors) {
        return new ViewerPayload(null, errors);
    }
}
