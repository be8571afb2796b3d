package dev.sharedinbox.team;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("UserPayload")
@Description("What became of a deed on a user.")
public record UserPayload(
        @Nullable @Description("The user as they are now; null when it was refused.")
        UserView user,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static UserPayload of(UserView user) {
        return new UserPayload(user, List.of());
    }

    static UserPayload refused(List<UserErrorView> errors) {
        return new UserPayload(null, errors);
    }
}
