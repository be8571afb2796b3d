package dev.sharedinbox.channel.status;

import org.eclipse.microprofile.graphql.Description;

/// Whether WhatsApp lets a number show its name.
@Description("Whether WhatsApp lets a number show its name.")
public enum DisplayNameState {
    @Description("Customers see the name.")
    APPROVED,
    @Description("WhatsApp has not decided yet.")
    PENDING,
    @Description("WhatsApp refused the name that was asked for last.")
    REJECTED,
    @Description("The approval was not used in time; ask again.")
    EXPIRED
}
