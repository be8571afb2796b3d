package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;

/// Whether free-form messages may be sent.
@Description("Whether free-form messages may be sent.")
public enum SessionState {
    @Description("The customer wrote within the last 24 hours: any message may be sent.")
    OPEN,
    @Description("Only templates may be sent until the customer writes again.")
    CLOSED
}
