package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// The chat list and what it can be filtered by.
@GraphQLApi
public class ChatListApi {

    private static final int MAX_COUNT = 10_000;
    private static final String TEXT = "The filter as text instead, such as"
            + " status==OPEN;(assignee==ME,tags=any=(vip,urgent)): semicolons join what must all hold, commas what may hold"
            + " instead. At most 10000 characters.";
    private static final String SPACE = "A space whose filter and search must hold beside these.";
    private static final String SORT = "In which order; the space's when left out, LAST_ACTIVITY without a space.";

    private final Viewers viewers;
    private final Selections selections;
    private final ChatList list;
    private final ChatCatalogues catalogues;

    ChatListApi(Viewers viewers, Selections selections, ChatList list, ChatCatalogues catalogues) {
        this.viewers = viewers;
        this.selections = selections;
        this.list = list;
        this.catalogues = catalogues;
    }

    @Query
    @Description(
            "The chats that the viewer may see and the filter and search let pass, page by page in either direction.")
    public Uni<ChatConnectionView> chats(
            @Nullable @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description(TEXT) String filterText,
            @Nullable @Description(
                            "Parts of the customer's name in any order, without regard to accents and case, or any part of the"
                                    + " phone number in any form, or both: maria 2345.")
                    String search,
            @Nullable @Id @Description(SPACE) String spaceId,
            @Nullable @Description(SORT) ChatSort sort,
            @Nullable @Description("How many from the start or after a cursor: 1 to 100, 50 when left out.")
                    Integer first,
            @Nullable @Description("The cursor to go on after.") String after,
            @Nullable @Description("How many from the end or before a cursor: 1 to 100.") Integer last,
            @Nullable @Description("The cursor to go back from.") String before) {
        var request = PageRequest.of(first, after, last, before);
        var wanted = ListRequest.of(ChatQuery.of(filter, filterText, search), spaceId, sort);
        return viewers.read(
                viewer -> selections.of(viewer, wanted).chain(selection -> list.page(viewer, selection, request)));
    }

    @Query
    @Description("How many chats the viewer may see and the filter and search let pass, counted up to a limit.")
    public Uni<BoundedCountView> chatCount(
            @Nullable @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description(TEXT) String filterText,
            @Nullable @Description(
                            "Parts of the customer's name in any order, without regard to accents and case, or any part of the"
                                    + " phone number in any form, or both: maria 2345.")
                    String search,
            @Nullable @Id @Description(SPACE) String spaceId,
            @DefaultValue("1000") @Description("Where to stop counting: 1 to 10000.") int limit) {
        requireLimit(limit);
        var wanted = ListRequest.of(ChatQuery.of(filter, filterText, search), spaceId, null);
        return viewers.current()
                .chain(viewer ->
                        selections.of(viewer, wanted).chain(selection -> list.count(viewer, selection, limit)));
    }

    @Query
    @Description("The same as chatCount, with how many of the chats are unread.")
    public Uni<ChatCountsView> chatCounts(
            @Nullable @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description(TEXT) String filterText,
            @Nullable @Description("Part of the customer's name or phone number, in any spelling.") String search,
            @Nullable @Id @Description(SPACE) String spaceId,
            @DefaultValue("1000") @Description("Where to stop counting each: 1 to 10000.") int limit) {
        requireLimit(limit);
        var wanted = ListRequest.of(ChatQuery.of(filter, filterText, search), spaceId, null);
        return viewers.current()
                .chain(viewer ->
                        selections.of(viewer, wanted).chain(selection -> list.counts(viewer, selection, limit)));
    }

    @Query
    @Nullable @Description("A chat; null when there is none or the viewer may not see it.")
    public Uni<ChatView> chat(@Id @Description("The chat's id.") String id) {
        return viewers.current().chain(viewer -> list.chat(viewer, id));
    }

    @Query
    @Description("What chats can be filtered by, chat attributes included.")
    public Uni<List<@NonNull ChatFilterFieldView>> chatFilterFields() {
        return viewers.current()
                .chain(viewer -> catalogues.of(viewer.workspaceId()))
                .map(catalogue ->
                        catalogue.fields().stream().map(ChatFilterFieldView::of).toList());
    }

    @Query
    @Description("How large a filter of chats may be.")
    public Uni<ChatFilterLimitsView> chatFilterLimits() {
        return viewers.current().replaceWith(ChatFilterLimitsView.ALL);
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_COUNT) {
            throw InboxException.invalid("limit must be between 1 and " + MAX_COUNT + ".", "limit");
        }
    }
}
