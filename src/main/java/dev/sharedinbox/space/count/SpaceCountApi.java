package dev.sharedinbox.space.count;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.Cursors;
import dev.sharedinbox.change.LogHead;
import dev.sharedinbox.chat.list.tally.CountedList;
import dev.sharedinbox.chat.list.tally.RecentTallies;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Counts of spaces over GraphQL.
@GraphQLApi
public class SpaceCountApi {

    private final Viewers viewers;
    private final CountedSpaces spaces;
    private final RecentTallies tallies;
    private final ChangeLog log;
    private final Cursors cursors;

    SpaceCountApi(Viewers viewers, CountedSpaces spaces, RecentTallies tallies, ChangeLog log, Cursors cursors) {
        this.viewers = viewers;
        this.spaces = spaces;
        this.tallies = tallies;
        this.log = log;
        this.cursors = cursors;
    }

    /// The engine takes no list of ids as an argument, so these are texts in the schema.
    @Query
    @Description("How many chats, and unread chats, spaces hold for the viewer: all in one go, each counted up to 1000"
            + " (unless the installation sets another limit). Follow them with spaceCountChanges.")
    public Uni<SpaceCountsView> spaceCounts(
            @Nullable @Description("Which spaces, at most 20; those the viewer pinned when left out. A space that is not"
                            + " there, or not for the viewer, is left out of the answer.")
                    List<@NonNull String> spaceIds) {
        var named = CountedSpaces.named(spaceIds);
        return viewers.current().chain(viewer -> counts(viewer, named));
    }

    /// The log's head is read first: a later change of the spaces themselves may be unknown here.
    private Uni<SpaceCountsView> counts(Viewer viewer, Optional<List<UUID>> named) {
        return log.head(viewer.workspaceId())
                .chain(head -> spaces.of(viewer, named).chain(found -> counts(viewer, head, found)));
    }

    private Uni<SpaceCountsView> counts(Viewer viewer, LogHead head, List<CountedSpace> found) {
        var counted =
                found.stream().filter(space -> space.condition().isPresent()).toList();
        var lists = counted.stream()
                .flatMap(space -> space.condition().stream())
                .map(condition -> new CountedList(viewer.scope(), condition))
                .toList();
        return tallies.count(viewer.workspaceId(), head, lists, spaces.limit()).map(answer -> {
            var position = Math.min(head.position(), answer.head().position());
            var place = new Cursors.Place(head.life(), position, Optional.of(answer.asOf()));
            return new SpaceCountsView(
                    IntStream.range(0, counted.size())
                            .mapToObj(i -> SpaceCountView.of(
                                    counted.get(i).id(), answer.tallies().get(i)))
                            .toList(),
                    cursors.encode(viewer.workspaceId(), viewer.userId(), place));
        });
    }
}
