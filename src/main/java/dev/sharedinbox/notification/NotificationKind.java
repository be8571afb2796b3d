package dev.sharedinbox.notification;

import org.eclipse.microprofile.graphql.Description;

/// What a notification is about.
@Description("What a notification is about.")
public enum NotificationKind {
    @Description("A customer wrote.")
    MESSAGE,
    @Description("A customer called and nobody answered.")
    MISSED_CALL,
    @Description("Somebody else gave the viewer a chat.")
    CHAT_ASSIGNED,
    @Description("A customer waits for an answer, and the session window closes soon.")
    SESSION_CLOSING,
    @Description("A message of the viewer's own did not reach the customer.")
    MESSAGE_FAILED
}
