package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;

/// The state of a chat.
@Description("The state of a chat.")
public enum ChatStatus {
    @Description("Being worked on.")
    OPEN,
    @Description("Put aside until a time or until the customer writes.")
    SNOOZED,
    @Description("Done. The customer's next message opens a new chat, or reopens this one if the inbox says so.")
    CLOSED
}
