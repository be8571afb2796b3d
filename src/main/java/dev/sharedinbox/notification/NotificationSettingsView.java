package dev.sharedinbox.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("NotificationSettings")
@Description("What a user wants to be notified of.")
public record NotificationSettingsView(
        @Description(
                "Whose messages, missed calls and closing session windows. Unless it is NONE, the user is also notified"
                        + " of chats they are given and of their own messages that fail.")
        NotifiedChats chats) {

    /// What holds for a user who never said.
    static final NotificationSettingsView DEFAULT = new NotificationSettingsView(NotifiedChats.ASSIGNED);
}
