package dev.sharedinbox.notification;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("NotificationSettingsPayload")
@Description("What became of the viewer's wish.")
public record NotificationSettingsPayload(
        @Nullable @Description("The settings as they are now; null when it was refused.")
        NotificationSettingsView notificationSettings,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static NotificationSettingsPayload of(NotificationSettingsView settings) {
        return new NotificationSettingsPayload(settings, List.of());
    }

    static NotificationSettingsPayload refused(List<UserErrorView> errors) {
        return new NotificationSettingsPayload(null, errors);
    }
}
