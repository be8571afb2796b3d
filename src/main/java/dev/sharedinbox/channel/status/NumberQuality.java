package dev.sharedinbox.channel.status;

import org.eclipse.microprofile.graphql.Description;

/// What customers think of the messages of a number, as WhatsApp rates it.
@Description("What customers think of the messages of a number, as WhatsApp rates it.")
public enum NumberQuality {
    @Description("Customers like them.")
    HIGH,
    @Description("Some customers block or report them.")
    MEDIUM,
    @Description("Many customers block or report them: the number may be held back.")
    LOW
}
