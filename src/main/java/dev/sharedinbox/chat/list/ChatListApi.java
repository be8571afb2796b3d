package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.platform.PageRequest;
import dev.sharedinbox.team.Viewers;
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

    private final Viewers viewers;
    private final ChatList list;
    private final ChatCatalogues catalogues;

    ChatListApi(Viewers viewers, ChatList list, ChatCatalogues catalogues) {
        this.viewers = viewers;
        this.list = list;
        this.catalogues = catalogues;
    }

    @Query
    @Description(
            "The chats that the viewer may see and the filter and search let pass, page by page in either direction.")
    public Uni<ChatConnectionView> chats(
            @Nullable @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description("Part of the customer's name or phone number, in any spelling.") String search,
            @DefaultValue("LAST_ACTIVITY") @Description("In which order.") ChatSort sort,
            @Nullable @Description("How many from the start or after a cursor: 1 to 100, 50 when left out.")
                    Integer first,
            @Nullable @Description("The cursor to go on after.") String after,
            @Nullable @Description("How many from the end or before a cursor: 1 to 100.") Integer last,
            @Nullable @Description("The cursor to go back from.") String before) {
        var request = PageRequest.of(first, after, last, before);
        var query = ChatQuery.of(filter, search);
        return viewers.current().chain(viewer -> list.page(viewer, query, sort, request));
    }

    @Query
    @Description("How many chats the viewer may see and the filter and search let pass, counted up to a limit.")
    public Uni<BoundedCountView> chatCount(
            @Nullable @Description("Which chats; all when left out.") ChatFilterInput filter,
            @Nullable @Description("Part of the customer's name or phone number, in any spelling.") String search,
            @DefaultValue("1000") @Description("Where to stop counting: 1 to 10000.") int limit) {
        if (limit < 1 || limit > MAX_COUNT) {
            throw InboxException.invalid("limit must be between 1 and " + MAX_COUNT + ".", "limit");
        }
        var query = ChatQuery.of(filter, search);
        return viewers.current().chain(viewer -> list.count(viewer, query, limit));
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
}
