package dev.sharedinbox.chat.tag;

import static dev.sharedinbox.platform.Arguments.isGiven;

import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// The tags of a workspace. Everybody sees them; changing them takes the permission `TAG_MANAGE`.
@GraphQLApi
public class TagApi {

    private final Viewers viewers;
    private final Tags tags;
    private final TagService service;

    TagApi(Viewers viewers, Tags tags, TagService service) {
        this.viewers = viewers;
        this.tags = tags;
        this.service = service;
    }

    @Query
    @Description("All tags of the workspace by name.")
    public Uni<List<@NonNull TagView>> tags() {
        return viewers.current().chain(viewer -> tags.of(viewer.workspaceId()));
    }

    @Mutation
    @Description("Make a tag; a workspace has at most 500. CONFLICT when another one has the name.")
    public Uni<TagPayload> createTag(@Description("Which one.") CreateTagInput input) {
        return run(viewer -> service.create(viewer, input));
    }

    @Mutation
    @Description("Change a tag; chats that have it show it so at once. CONFLICT when another one has the name.")
    public Uni<TagPayload> updateTag(@Description("Which one, and what of it.") UpdateTagInput input, Context context) {
        var describe = isGiven(context, "description");
        return run(viewer -> service.update(viewer, input, describe));
    }

    @Mutation
    @Description("Delete a tag. It is gone from the list of tags at once and taken off its chats in the background, a"
            + " batch at a time; each chat tells of it as chat.updated.")
    public Uni<TagPayload> deleteTag(@Description("Which one.") DeleteTagInput input) {
        return run(viewer -> service.delete(viewer, input.tagId()));
    }

    private Uni<TagPayload> run(Function<Viewer, Uni<TagView>> deed) {
        return Refusals.recover(viewers.current().chain(deed::apply), TagPayload::of, TagPayload::refused);
    }
}
