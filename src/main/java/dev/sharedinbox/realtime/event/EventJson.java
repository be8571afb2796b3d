package dev.sharedinbox.realtime.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sharedinbox.change.Change;
import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.bulk.BulkJobView;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.notification.NotificationSettingsView;
import dev.sharedinbox.notification.NotificationView;
import dev.sharedinbox.team.UserView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event as every live client gets it, the same over websocket and REST.
///
/// @param type the change's word, such as `message.created`
/// @param chatId the chat it is about
/// @param seq the message's number in its chat, when it is about a message
/// @param at when it was recorded
/// @param message the message as it is now, when it is about one
/// @param chat the chat as it is now, when it is about one
/// @param accountEvent what the carrier told, when it is about an account or a template
/// @param businessNumber the number as it is now, when it is about one
/// @param user the user as they are now, when it is about one
/// @param spaceId the space it is about
/// @param tagId the tag, when it is about one
/// @param tag the tag as it is now, when it is about one that is there
/// @param attributeId the chat attribute, when it is about one
/// @param attribute the chat attribute as it is now, when it is about one that is there
/// @param bulkJob the deed on many chats as it is now, when it is about one
/// @param notificationSettings what the viewer wants to be notified of now, when it is about that
/// @param notification what to show, when it is a notification
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "type",
    "chatId",
    "seq",
    "at",
    "message",
    "chat",
    "accountEvent",
    "businessNumber",
    "user",
    "spaceId",
    "tagId",
    "tag",
    "attributeId",
    "attribute",
    "bulkJob",
    "notificationSettings",
    "notification"
})
public record EventJson(
        String type,
        @Nullable UUID chatId,
        @Nullable Integer seq,
        @Nullable Instant at,
        @Nullable MessageView message,
        @Nullable ChatView chat,
        @Nullable AccountEventView accountEvent,
        @Nullable NumberJson businessNumber,

        @Nullable UserView user,
        @Nullable UUID spaceId,
        @Nullable String tagId,
        @Nullable TagView tag,
        @Nullable String attributeId,
        @Nullable ChatAttributeView attribute,
        @Nullable BulkJobView bulkJob,
        @Nullable NotificationSettingsView notificationSettings,
        @Nullable NotificationView notification) {

    /// The word of the event that tells a viewer that a chat is no longer theirs to see.
    public static final String CHAT_LEFT = "chat.left";

    /// The word of the event that notifies a viewer of a change.
    public static final String NOTIFICATION = "notification.created";

    /// The event of a change.
    ///
    /// @param chat the chat it is about, as it is now
    /// @param message the message it is about, as it is now
    /// @param aside what it shows beside these
    public static EventJson of(Change change, @Nullable ChatView chat, @Nullable MessageView message, Aside aside) {
        return of(change.type().word(), change, chat, message, aside, null);
    }

    /// The event that notifies a viewer of a change.
    ///
    /// @param chat the chat it is about, as it is now
    /// @param message the message it is about, as it is now
    public static EventJson of(
            Change change, ChatView chat, @Nullable MessageView message, NotificationView notification) {
        return of(NOTIFICATION, change, chat, message, Aside.NOTHING, notification);
    }

    private static EventJson of(
            String type,
            Change change,
            @Nullable ChatView chat,
            @Nullable MessageView message,
            Aside aside,
            @Nullable NotificationView notification) {
        return new EventJson(
                type,
                change.chatId(),
                message == null ? null : message.seq(),
                change.recordedAt(),
                message,
                chat,
                aside.event(),
                NumberJson.of(aside.number()),
                aside.user(),
                aside.spaceId(),
                aside.tagId(),
                aside.tag(),
                aside.attributeId(),
                aside.attribute(),
                aside.bulkJob(),
                aside.notificationSettings(),
                notification);
    }
}
