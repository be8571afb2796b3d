package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.row.ListEvent;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatListChange")
@Description("One event of a live chat list, or a mark in it. Events come in order, each at least once; of a chat that"
        + " changes faster than the client takes it, only the newest.")
public record ChatListChangeView(
        @Description("Keep the newest of this list: it resumes the list after this event.")
        String cursor,

        @Description("What happened.") ChatListChangeKind kind,

        @Nullable @Id @Description("The chat; null for marks.")
        String chatId,

        @Nullable @Description("Where the row stands: greater texts, by code unit, come first; null when it leaves.")
        String sortKey,

        @Nullable @Description("The chat as it is now; null when it leaves, and for marks.")
        ChatView chat,

        @Nullable @Description("Why the client must load afresh; null unless it must.")
        ResyncReason reason) {

    static ChatListChangeView of(LiveItem item, String cursor) {
        return switch (item) {
            case LiveItem.Listed listed -> of(listed.event(), cursor);
            case LiveItem.CaughtUp _ -> mark(ChatListChangeKind.CAUGHT_UP, cursor, null);
            case LiveItem.Progress _ -> mark(ChatListChangeKind.PROGRESS, cursor, null);
            case LiveItem.Resync resync -> mark(ChatListChangeKind.RESYNC_REQUIRED, cursor, resync.reason());
            case LiveItem.Notified _, LiveItem.Happened _, LiveItem.Left _, LiveItem.Counted _ ->
                throw new IllegalStateException("A list has rows only");
        };
    }

    private static ChatListChangeView of(ListEvent event, String cursor) {
        var row = event.row();
        return new ChatListChangeView(
                cursor,
                ChatListChangeKind.of(event.move()),
                event.chatId().toString(),
                event.sortKey(),
                row == null ? null : row.chat(),
                null);
    }

    private static ChatListChangeView mark(
            ChatListChangeKind kind, String cursor, @org.jspecify.annotations.Nullable ResyncReason reason) {
        return new ChatListChangeView(cursor, kind, null, null, null, reason);
    }
}
