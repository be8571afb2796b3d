package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.TagNames;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.platform.Arguments;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.space.share.Shares;
import dev.sharedinbox.team.People;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Spaces over GraphQL.
@GraphQLApi
public class SpaceApi {

    private final Viewers viewers;
    private final Spaces spaces;
    private final SpaceService service;
    private final Arrangement arrangement;
    private final People people;
    private final TagNames tags;

    SpaceApi(
            Viewers viewers,
            Spaces spaces,
            SpaceService service,
            Arrangement arrangement,
            People people,
            TagNames tags) {
        this.viewers = viewers;
        this.spaces = spaces;
        this.service = service;
        this.arrangement = arrangement;
        this.people = people;
        this.tags = tags;
    }

    @Query
    @Description("The spaces the viewer sees, in their order and then by label; the first 1000.")
    public Uni<List<@NonNull SpaceView>> spaces() {
        return viewers.current().chain(this::all);
    }

    @Query
    @Nullable @Description("A space; fails with NOT_FOUND when there is none or the viewer does not see it.")
    public Uni<SpaceView> space(@Id @Description("The space's id.") String id) {
        return viewers.current().chain(viewer -> one(viewer, id));
    }

    @Mutation
    @Description("Save a filter as a space. A user owns at most 200.")
    public Uni<SpacePayload> createSpace(@Description("The space.") CreateSpaceInput input) {
        var done = viewers.current().chain(viewer -> create(viewer, input));
        return Refusals.recover(done, SpacePayload::of, SpacePayload::refused);
    }

    @Mutation
    @Description("Edit a space that the viewer may edit. Those who see it learn of it as space.updated.")
    public Uni<SpacePayload> updateSpace(@Description("What to change.") UpdateSpaceInput input, Context context) {
        var searchGiven = Arguments.isGiven(context, "search");
        var done = viewers.current().chain(viewer -> update(viewer, input, searchGiven));
        return Refusals.recover(done, SpacePayload::of, SpacePayload::refused);
    }

    @Mutation
    @Description("Delete a space for everybody. Those who saw it learn of it as space.deleted.")
    public Uni<DeleteSpacePayload> deleteSpace(@Description("Which one.") DeleteSpaceInput input) {
        var done = viewers.current().chain(viewer -> service.delete(viewer, input.spaceId()));
        return Refusals.recover(done, DeleteSpacePayload::of, DeleteSpacePayload::refused);
    }

    @Mutation
    @Description("Say in which order the viewer wants their spaces, which to keep in sight and which to begin with.")
    public Uni<SpacesPayload> arrangeSpaces(@Description("How.") ArrangeSpacesInput input) {
        var done = viewers.current()
                .chain(viewer -> arrangement.replace(viewer, input).chain(() -> all(viewer)));
        return Refusals.recover(done, SpacesPayload::of, SpacesPayload::refused);
    }

    private Uni<Optional<SpaceView>> create(Viewer viewer, CreateSpaceInput input) {
        var wanted = input.shares();
        var shares = Shares.read(wanted == null ? List.of() : wanted);
        return filter(viewer, input.filter(), input.filterText())
                .map(filter -> filter.orElseThrow(SpaceApi::noFilter))
                .map(filter -> new SpaceDraft(input.label(), filter, input.search(), input.sort()))
                .chain(draft -> service.create(viewer, draft, shares))
                .chain(id -> after(viewer, id));
    }

    private Uni<Optional<SpaceView>> update(Viewer viewer, UpdateSpaceInput input, boolean searchGiven) {
        var shares = Optional.ofNullable(input.shares()).map(Shares::read);
        return filter(viewer, input.filter(), input.filterText())
                .chain(filter -> service.update(
                        viewer,
                        input.spaceId(),
                        input.expectedVersion(),
                        before -> new SpaceDraft(
                                Objects.requireNonNullElse(input.label(), before.label()),
                                filter.orElse(before.filter()),
                                searchGiven ? input.search() : before.search(),
                                Objects.requireNonNullElse(input.sort(), before.sort())),
                        shares))
                .chain(id -> after(viewer, id));
    }

    /// The filter that was written, in either form, with tags by their ids; empty when none was.
    private Uni<Optional<Filter>> filter(Viewer viewer, @Nullable ChatFilterInput tree, @Nullable String text) {
        if (tree == null && text == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        var query = ChatQuery.of(tree, text, null, "input");
        return tags.resolve(viewer.workspaceId(), query.filter(), "input", query.argument())
                .map(Optional::of);
    }

    private static InboxException noFilter() {
        return new InboxException(ErrorCode.INVALID_FILTER, "Give a filter or a filterText.", "input", "filter");
    }

    private Uni<List<SpaceView>> all(Viewer viewer) {
        return spaces.seenBy(viewer).chain(seen -> views(viewer, seen));
    }

    private Uni<SpaceView> one(Viewer viewer, String id) {
        return spaces.seenBy(viewer, id, "id")
                .chain(space -> views(viewer, List.of(space)))
                .map(List::getFirst);
    }

    private Uni<Optional<SpaceView>> after(Viewer viewer, UUID id) {
        return spaces.seenBy(viewer, List.of(id))
                .chain(found -> views(viewer, found))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<SpaceView>> views(Viewer viewer, List<Space> seen) {
        var owners = seen.stream()
                .flatMap(space -> Optional.ofNullable(space.audience().ownerId()).stream())
                .collect(Collectors.<UUID>toUnmodifiableSet());
        return people.byId(viewer.workspaceId(), owners)
                .map(users -> seen.stream()
                        .map(space -> SpaceView.of(space, viewer, users))
                        .toList());
    }
}
