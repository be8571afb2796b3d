package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.bulk.BulkJobView;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.notification.NotificationSettingsView;
import dev.sharedinbox.notification.NotificationView;
import dev.sharedinbox.realtime.event.EventJson;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.tail.FeedEntry;
import dev.sharedinbox.team.UserView;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Change")
@Description("One event of the feed, or a mark in it. Changes come in order, each at least once.")
public record ChangeView(
        @Description("Keep the newest: it resumes any kind of feed after this change.")
        String cursor,

        @Description(
                "What happened, such as message.created, notification.created or chat.left; caughtUp where replay ends and live begins;"
                        + " progress for a newer cursor and nothing else; resyncRequired before the end.")
        String type,

        @Nullable @Id @Description("The chat it is about; null for marks and what is about no chat.")
        String chatId,

        @Nullable @Description("The message's number in its chat; null unless it is about a message.")
        Integer seq,

        @Nullable @Description("When it happened; null for marks and for a chat that was left.")
        Instant at,

        @Nullable @Description("The chat as it is now; null for marks, for a chat that was left and for what is about no chat.")
        ChatView chat,

        @Nullable @Description("The message as it is now; null unless it is about a message.")
        MessageView message,

        @Nullable @Description("What WhatsApp told; null unless it is about an account or a template.")
        AccountEventView accountEvent,

        @Nullable @Description("The business number as it is now; null unless it is about one.")
        BusinessNumberView businessNumber,

        @Nullable @Description("The user as they are now; null unless it is about a user.")
        UserView user,

        @Nullable @Id @Description("The space; null unless it is about one. Ask for it with space.")
        String spaceId,

        @Nullable @Id @Description("The tag it is about; null unless it is about one.")
        String tagId,

        @Nullable @Description("The tag as it is now; null when it was deleted, and unless it is about one.")
        TagView tag,

        @Nullable @Id @Description("The chat attribute it is about; null unless it is about one.")
        String attributeId,

        @Nullable @Description("The chat attribute as it is now; null when it was deleted, and unless it is about one.")
        ChatAttributeView attribute,

        @Nullable @Description("The deed on many chats as it is now; null unless it is about one of the viewer's.")
        BulkJobView bulkJob,

        @Nullable @Description("What the viewer wants to be notified of now; null unless it is about that.")
        NotificationSettingsView notificationSettings,

        @Nullable @Description("What to show; null unless it is a notification. The change it is about comes next.")
        NotificationView notification,

        @Nullable @Description("Why the client must load afresh and subscribe again; null unless it must.")
        ResyncReason reason) {

    static ChangeView of(LiveItem item, String cursor) {
        return switch (item) {
            case LiveItem.Notified notified ->
                of(cursor, EventJson.NOTIFICATION, notified.entry(), notified.notification());
            case LiveItem.Happened(var _, var entry) ->
                of(cursor, entry.change().type().word(), entry, null);
            case LiveItem.Left left ->
                bare(cursor, EventJson.CHAT_LEFT, left.chatId().toString(), null);
            case LiveItem.Listed _, LiveItem.Counted _ ->
                throw new IllegalStateException("Only lists and spaces have these");
            case LiveItem.CaughtUp _ -> mark("caughtUp", cursor, null);
            case LiveItem.Progress _ -> mark("progress", cursor, null);
            case LiveItem.Resync resync -> resync(resync.reason(), cursor);
        };
    }

    static ChangeView resync(ResyncReason reason, String cursor) {
        return mark("resyncRequired", cursor, reason);
    }

    private static ChangeView of(String cursor, String type, FeedEntry entry, @Nullable NotificationView notification) {
        var change = entry.change();
        var message = entry.message();
        var number = entry.aside().number();
        var space = entry.aside().spaceId();
        return new ChangeView(
                cursor,
                type,
                change.chatId() == null ? null : change.chatId().toString(),
                message == null ? null : message.seq(),
                change.recordedAt(),
                entry.chat(),
                message,
                entry.aside().event(),
                number == null ? null : number.number(),
                entry.aside().user(),
                space == null ? null : space.toString(),
                entry.aside().tagId(),
                entry.aside().tag(),
                entry.aside().attributeId(),
                entry.aside().attribute(),
                entry.aside().bulkJob(),
                entry.aside().notificationSettings(),
                notification,
                null);
    }

    private static ChangeView mark(String type, String cursor, @Nullable ResyncReason reason) {
        return bare(cursor, type, null, reason);
    }

    /// A change that carries nothing.
    private static ChangeView bare(String cursor, String type, @Nullable String chatId, @Nullable ResyncReason reason) {
        return new ChangeView(
                cursor, type, chatId, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, reason);
    }
}
