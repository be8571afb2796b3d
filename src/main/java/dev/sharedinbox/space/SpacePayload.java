package dev.sharedinbox.space;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SpacePayload")
@Description("What became of a space.")
public record SpacePayload(
        @Nullable @Description("The space as it is now; null when the deed was refused, and when it was done but the"
                + " viewer no longer sees the space.")
        SpaceView space,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static SpacePayload of(Optional<SpaceView> space) {
        return new SpacePayload(space.orElse(null), List.of());
    }

    static SpacePayload refused(List<UserErrorView> errors) {
        return new SpacePayload(null, errors);
    }
}
