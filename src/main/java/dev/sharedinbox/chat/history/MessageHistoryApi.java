package dev.sharedinbox.chat.history;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Source;

/// The messages of chats.
@GraphQLApi
public class MessageHistoryApi {

    private final Viewers viewers;
    private final MessageHistory history;
    private final MessageCursors cursors;

    MessageHistoryApi(Viewers viewers, MessageHistory history, MessageCursors cursors) {
        this.viewers = viewers;
        this.history = history;
        this.cursors = cursors;
    }

    @Description("The chat's messages, oldest first: the last 50 unless the arguments say otherwise.")
    public Uni<MessageConnectionView> messages(
            @Source ChatView chat,
            @Nullable @Description("How many from the start or after a cursor: 1 to 100.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after,
            @Nullable @Description("How many from the end or before a cursor: 1 to 100.") Integer last,
            @Nullable @Description("The cursor to go back from.") String before,
            @Nullable @Id @Description("A message to show with those before and after it, in place of a cursor.")
                    String around) {
        var page = PageRequest.fromEnd(first, after, last, before);
        var chatId = UUID.fromString(chat.id());
        var pivot = around == null ? null : pivot(around, page);
        return viewers.current().chain(viewer -> history.slice(viewer, slice(viewer, chatId, page, pivot)));
    }

    private static UUID pivot(String around, PageRequest page) {
        if (page.cursor().isPresent()) {
            throw InboxException.invalid("Use around or a cursor, not both.", "around");
        }
        return Ids.parse(around).orElseThrow(() -> InboxException.notFound("message", "around"));
    }

    private Slice slice(Viewer viewer, UUID chatId, PageRequest page, @org.jspecify.annotations.Nullable UUID around) {
        var from = page.cursor()
                .map(cursor -> cursors.decode(viewer, chatId, cursor, page.cursorArgument()))
                .orElse(null);
        return new Slice(chatId, page.size(), page.backwards(), from, around);
    }
}
