package dev.sharedinbox.chat.message;

import org.eclipse.microprofile.graphql.Description;

/// Who a message goes to.
@Description("Who a message goes to.")
public enum Direction {
    @Description("From the customer to us.")
    INCOMING,
    @Description("From us to the customer.")
    OUTGOING
}
