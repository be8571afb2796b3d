package dev.sharedinbox.notification;

import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.ViewerView;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Source;

/// What the viewer is notified of, over GraphQL. The notifications themselves come with the feed.
@GraphQLApi
public class NotificationApi {

    private final Viewers viewers;
    private final NotificationSettings settings;

    NotificationApi(Viewers viewers, NotificationSettings settings) {
        this.viewers = viewers;
        this.settings = settings;
    }

    @Description("What they want to be notified of.")
    public Uni<NotificationSettingsView> notificationSettings(@Source ViewerView viewer) {
        return viewers.current().chain(settings::of);
    }

    /// Named because the engine would take `set` for a setter's and drop it.
    @Mutation("setNotificationSettings")
    @Description(
            "Say what the viewer wants to be notified of. It holds at once on all their devices, which learn of it as"
                    + " notificationSettings.updated.")
    public Uni<NotificationSettingsPayload> setNotificationSettings(
            @Description("What they want.") SetNotificationSettingsInput input) {
        var done = viewers.current().chain(viewer -> settings.set(viewer, new NotificationSettingsView(input.chats())));
        return Refusals.recover(done, NotificationSettingsPayload::of, NotificationSettingsPayload::refused);
    }
}
