package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.chat.list.Selections;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Query;

/// Finding messages, over GraphQL.
@GraphQLApi
public class MessageSearchApi {

    private final Viewers viewers;
    private final Selections selections;
    private final HitPages pages;

    MessageSearchApi(Viewers viewers, Selections selections, HitPages pages) {
        this.viewers = viewers;
        this.selections = selections;
        this.pages = pages;
    }

    @Query
    @Description("The messages that say something, of the chats that the viewer may see, newest first. New and changed"
            + " messages are found after about a second.")
    public Uni<MessageHitConnectionView> searchMessages(
            @Description("The words, all of which must stand in a message: in its text or caption, its buttons, its"
                            + " file names. Accents and case do not matter. Words in double quotes must follow each other, a"
                            + " word with a minus before it must not be there, `or` between two words lets either do. At most"
                            + " 200 characters and 16 words.")
                    String search,
            @Nullable @Description("Of which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description("The filter as text instead; see chats.") String filterText,
            @Nullable @Id @Description("A space whose filter and search must let the chats pass, too.") String spaceId,
            @Nullable @Id @Description("The one chat to look in; all when left out.") String chatId,
            @Nullable @Description("How many: 1 to 100, 50 when left out.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after) {
        var text = SearchText.of(search);
        var request = PageRequest.of(first, after, null, null);
        var wanted = ListRequest.of(ChatQuery.of(filter, filterText, null), spaceId, null);
        return viewers.current()
                .chain(viewer -> selections
                        .of(viewer, wanted)
                        .chain(selection -> pages.page(viewer, text, selection, chatId, request)));
    }
}
