package dev.sharedinbox.team;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Who is asking, and who they work with.
@GraphQLApi
public class TeamApi {

    private final Viewers viewers;
    private final Colleagues colleagues;
    private final Availabilities availabilities;
    private final TimeZones zones;
    private final ChangeLog log;
    private final Cursors cursors;

    TeamApi(
            Viewers viewers,
            Colleagues colleagues,
            Availabilities availabilities,
            TimeZones zones,
            ChangeLog log,
            Cursors cursors) {
        this.viewers = viewers;
        this.colleagues = colleagues;
        this.availabilities = availabilities;
        this.zones = zones;
        this.log = log;
        this.cursors = cursors;
    }

    @Query
    @Description("Who is asking.")
    public Uni<ViewerView> viewer() {
        return viewers.current().chain(this::profile);
    }

    @Query
    @Description("All users of the workspace by name, former ones included.")
    public Uni<List<@NonNull UserView>> users() {
        return viewers.current().chain(viewer -> colleagues.users(viewer.workspaceId()));
    }

    @Query
    @Description("All teams of the workspace by name.")
    public Uni<List<@NonNull TeamView>> teams() {
        return viewers.current().chain(viewer -> colleagues.teams(viewer.workspaceId()));
    }

    @Query
    @Description("All roles of the workspace by name.")
    public Uni<List<@NonNull RoleView>> roles() {
        return viewers.current().chain(viewer -> colleagues.roles(viewer.workspaceId()));
    }

    /// Named because the engine would take `set` for a setter's and drop it.
    @Mutation("setAvailability")
    @Description("Say whether the viewer takes chats from now on. Colleagues learn of it as user.updated.")
    public Uni<UserPayload> setAvailability(@Description("What to say.") SetAvailabilityInput input) {
        var done = viewers.current().chain(viewer -> availabilities.set(viewer, input.availability()));
        return Refusals.recover(done, UserPayload::of, UserPayload::refused);
    }

    /// What the viewer has open ends with ACCESS_CHANGED: days are other days from now on.
    @Mutation("setTimeZone")
    @Description(
            "Say in which time zone the viewer is: where their days begin, in filters and everywhere else. What they"
                    + " follow ends with ACCESS_CHANGED, to be loaded anew.")
    public Uni<ViewerPayload> setTimeZone(@Description("Which zone.") SetTimeZoneInput input) {
        var done = viewers.current()
                .chain(viewer -> zones.set(viewer, input.timeZone()).chain(() -> viewers.again(viewer)))
                .chain(this::profile);
        return Refusals.recover(done, ViewerPayload::of, ViewerPayload::refused);
    }

    private Uni<ViewerView> profile(Viewer viewer) {
        return log.head(viewer.workspaceId()).chain(head -> colleagues.profile(viewer, cursor(viewer, head)));
    }

    private String cursor(Viewer viewer, LogHead head) {
        return cursors.encode(viewer.workspaceId(), viewer.userId(), head.life(), head.position());
    }
}
