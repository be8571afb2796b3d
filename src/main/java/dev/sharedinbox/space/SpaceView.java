package dev.sharedinbox.space;

import dev.sharedinbox.chat.list.ChatFilterView;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.text.FilterText;
import dev.sharedinbox.space.share.SpaceShareView;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Space")
@Description("A saved filter of the chat list. Whoever uses it sees those of its chats that they may see anyway.")
public record SpaceView(
        @Id @Description("The space's id.") String id,

        @Description("What people call it.") String label,

        @Description("Which chats; words such as ME stand for whoever uses it.")
        ChatFilterView filter,

        @Nullable @Description("The same filter as text, as filterText takes it; null when nothing can pass it.")
        String filterText,

        @Nullable @Description("Part of the customer's name or phone number; null for none.")
        String search,

        @Description("The order of its list, unless a client asks for another.")
        ChatSort sort,

        @Nullable @Description("Who made it; null for those that the workspace began with.")
        UserView owner,

        @Description("Who besides its owner sees it; empty when nobody does.")
        List<@NonNull SpaceShareView> shares,

        @Description("Whether the viewer may change its label, filter, search and sort.")
        boolean mayEdit,

        @Description(
                "Whether the viewer may change its shares, and delete it: its owner and administrators who see it.")
        boolean mayShare,

        @Description("Whether the viewer keeps it in sight.")
        boolean pinned,

        @Name("default") @Description("Whether the viewer begins with it.")
        boolean isDefault,

        @Description("Grows with every edit; updateSpace wants it.")
        int version) {

    /// @param owners the users who own spaces
    static SpaceView of(Space space, Viewer viewer, Map<UUID, UserView> owners) {
        var content = space.content();
        var owner = space.audience().ownerId();
        return new SpaceView(
                space.id().toString(),
                content.label(),
                ChatFilterView.of(content.filter()),
                FilterText.print(content.filter()).orElse(null),
                content.search(),
                content.sort(),
                owner == null ? null : owners.get(owner),
                space.audience().shares().stream().map(SpaceShareView::of).toList(),
                space.mayEdit(viewer),
                space.mayShare(viewer),
                space.pinned(),
                space.isDefault(),
                space.version());
    }
}
