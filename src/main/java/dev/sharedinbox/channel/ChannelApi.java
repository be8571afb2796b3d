package dev.sharedinbox.channel;

import dev.sharedinbox.team.AccessView;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/// The inboxes and numbers a viewer works with.
@GraphQLApi
public class ChannelApi {

    private final Viewers viewers;
    private final Channels channels;

    ChannelApi(Viewers viewers, Channels channels) {
        this.viewers = viewers;
        this.channels = channels;
    }

    @Query
    @Description("The inboxes the viewer may see, by name.")
    public Uni<List<@NonNull InboxView>> inboxes() {
        return viewers.current().chain(channels::inboxes);
    }

    @Query
    @Description("The business numbers of the inboxes the viewer may see.")
    public Uni<List<@NonNull BusinessNumberView>> businessNumbers() {
        return viewers.current().chain(channels::numbers);
    }

    @Name("inboxes")
    @Nullable @Description("The inboxes the viewer may see; null means all of the workspace, later ones included.")
    public Uni<@Nullable List<@NonNull InboxView>> inboxesOf(@Source AccessView access) {
        return viewers.current()
                .chain(viewer ->
                        viewer.scope().inboxes().isEmpty() ? Uni.createFrom().nullItem() : channels.inboxes(viewer));
    }
}
