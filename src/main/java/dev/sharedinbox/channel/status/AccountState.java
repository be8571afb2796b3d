package dev.sharedinbox.channel.status;

import org.eclipse.microprofile.graphql.Description;

/// How the WhatsApp account behind a number stands.
@Description("How the WhatsApp account behind a number stands.")
public enum AccountState {
    @Description("Nothing keeps it from working.")
    ACTIVE,
    @Description("WhatsApp holds it back for a time: some messages will fail.")
    RESTRICTED,
    @Description("WhatsApp is going to ban it.")
    BAN_SCHEDULED,
    @Description("WhatsApp has banned it: nothing goes out.")
    BANNED,
    @Description("It was taken from us: nothing comes in or goes out until it is connected again.")
    DISCONNECTED,
    @Description("It is gone.")
    DELETED
}
