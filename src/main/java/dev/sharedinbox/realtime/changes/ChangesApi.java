package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.realtime.feed.Topic;
import dev.sharedinbox.space.count.CountedSpaces;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// The feed over GraphQL: read a page of it, or have it come.
///
/// Subscriptions are nullable in the schema although they never give null: the engine tells a client of a failure only
/// then.
@GraphQLApi
public class ChangesApi {

    private final Viewers viewers;
    private final FeedPages pages;
    private final FeedStreams streams;

    ChangesApi(Viewers viewers, FeedPages pages, FeedStreams streams) {
        this.viewers = viewers;
        this.pages = pages;
        this.streams = streams;
    }

    @Query
    @Description("What happened after a cursor; fails with RESYNC_REQUIRED when the client must load afresh.")
    public Uni<ChangePageView> changes(
            @Name("after") @Description("A cursor from any answer or feed of ours.") String after,
            @Nullable @Name("first")
                    @Description(
                            "How many changes at most, without the notifications of them: 1 to 500, 100 by default.")
                    Integer first) {
        return viewers.current()
                .chain(viewer -> pages.read(viewer, after, Optional.ofNullable(first)))
                .map(ChangesApi::view);
    }

    @Nullable @Subscription("changes")
    @Description("Everything the viewer may see, as it happens.")
    public Multi<ChangeView> changesLive(
            @Nullable @Name("after") @Description("Where to go on; none to begin now.") String after) {
        return stream(new Topic.AllChats(), after);
    }

    @Nullable @Subscription
    @Description("One chat, as it happens; fails with NOT_FOUND when the viewer cannot see it.")
    public Multi<ChangeView> chatChanges(
            @Id @Name("chatId") @Description("The chat.") String chatId,
            @Nullable @Name("after") @Description("Where to go on; none to begin now.") String after) {
        return stream(Topic.chat(chatId), after);
    }

    @Nullable @Subscription
    @Description("The rows of a chat list as they enter, change and leave: load a page with chats, then subscribe with"
            + " the page's cursor, the same filter, search, space and sort. Fails with INVALID_FILTER, or with"
            + " NOT_FOUND when the viewer does not see the space.")
    public Multi<ChatListChangeView> chatListChanges(
            @Nullable @Name("filter") @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Name("filterText") @Description("The filter as text instead, as chats takes it.")
                    String filterText,
            @Nullable @Name("search")
                    @Description(
                            "Parts of the customer's name in any order, or any part of the phone number in any form.")
                    String search,
            @Nullable @Id
                    @Name("spaceId")
                    @Description(
                            "A space whose filter and search must hold beside these. When it is edited, deleted or no"
                                    + " longer shared, the list ends with RESYNC_REQUIRED.")
                    String spaceId,
            @Nullable @Name("sort")
                    @Description("In which order; the space's when left out, LAST_ACTIVITY without a space.")
                    ChatSort sort,
            @Nullable @Name("after")
                    @Description(
                            "Where to go on: the cursor of the page or of the newest change;" + " none to begin now.")
                    String after) {
        var topic = new Topic.ChatList(ListRequest.of(ChatQuery.of(filter, filterText, search), spaceId, sort));
        return streams.open(viewers.current(), topic, Optional.ofNullable(after), ChatListChangeView::of);
    }

    @Nullable @Subscription
    @Description(
            "How many chats, and unread chats, spaces hold for the viewer: all counts first, then those that change,"
                    + " each at most once a second. Ends with RESYNC_REQUIRED when one of the spaces is edited, deleted or no"
                    + " longer shared, when the viewer arranges their spaces, and when they may see other chats than before.")
    public Multi<SpaceCountChangeView> spaceCountChanges(
            @Nullable @Name("spaceIds") @Description("Which spaces, at most 20; those the viewer pinned when left out.")
                    List<@NonNull String> spaceIds) {
        var topic = new Topic.SpaceCounts(CountedSpaces.named(spaceIds));
        return streams.open(viewers.current(), topic, Optional.empty(), SpaceCountChangeView::of);
    }

    private Multi<ChangeView> stream(Topic topic, @Nullable String after) {
        Uni<Viewer> viewer = viewers.current();
        return streams.open(viewer, topic, Optional.ofNullable(after), ChangeView::of);
    }

    private static ChangePageView view(FeedPage page) {
        var changes = IntStream.range(0, page.items().size())
                .mapToObj(i -> ChangeView.of(page.items().get(i), page.cursors().get(i)))
                .toList();
        return new ChangePageView(changes, page.cursor(), page.caughtUp());
    }
}
