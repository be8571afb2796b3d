package dev.sharedinbox.channel.event;

import org.eclipse.microprofile.graphql.Description;

/// How much an account event matters.
@Description("How much an account event matters.")
public enum AccountEventSeverity {
    @Description("Good to know.")
    INFO,
    @Description("Something gets worse unless somebody acts.")
    WARNING,
    @Description("Messages fail, or will soon: somebody must act now.")
    CRITICAL
}
