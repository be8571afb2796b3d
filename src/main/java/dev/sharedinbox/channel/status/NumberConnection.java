package dev.sharedinbox.channel.status;

import org.eclipse.microprofile.graphql.Description;

/// Whether a number is connected to us.
@Description("Whether a number is connected to us.")
public enum NumberConnection {
    @Description("It is.")
    CONNECTED,
    @Description("It was taken from us: connect it again.")
    DISCONNECTED
}
