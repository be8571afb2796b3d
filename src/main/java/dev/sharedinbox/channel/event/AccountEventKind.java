package dev.sharedinbox.channel.event;

import org.eclipse.microprofile.graphql.Description;

/// What an account event is about. The words are stored.
@Description("What an account event is about.")
public enum AccountEventKind {
    @Description("A template is being reviewed by WhatsApp.")
    TEMPLATE_PENDING,
    @Description("A template may be sent.")
    TEMPLATE_APPROVED,
    @Description("A template was refused.")
    TEMPLATE_REJECTED,
    @Description("A template is going to be switched off unless customers like it better.")
    TEMPLATE_FLAGGED,
    @Description("A template cannot be sent for some hours.")
    TEMPLATE_PAUSED,
    @Description("A template may be sent again.")
    TEMPLATE_REINSTATED,
    @Description("A template cannot be sent any more.")
    TEMPLATE_DISABLED,
    @Description("A refusal of a template was appealed.")
    TEMPLATE_APPEALED,
    @Description("A template cannot be changed.")
    TEMPLATE_LOCKED,
    @Description("A template has reached a limit.")
    TEMPLATE_LIMIT_REACHED,
    @Description("A template was deleted or is about to be.")
    TEMPLATE_DELETED,
    @Description("A template was put into the archive.")
    TEMPLATE_ARCHIVED,
    @Description("A template was taken out of the archive.")
    TEMPLATE_UNARCHIVED,
    @Description("What customers think of a template changed.")
    TEMPLATE_QUALITY_CHANGED,
    @Description("WhatsApp is going to move a template to another category, which changes its price.")
    TEMPLATE_CATEGORY_CHANGING,
    @Description("WhatsApp moved a template to another category, which changes its price.")
    TEMPLATE_CATEGORY_CHANGED,
    @Description("A template's texts or buttons changed.")
    TEMPLATE_CONTENT_CHANGED,
    @Description("WhatsApp decided about the name that a number shows.")
    NUMBER_NAME_DECIDED,
    @Description("What customers think of a number's messages changed.")
    NUMBER_QUALITY_CHANGED,
    @Description("A number may write to more or fewer customers first.")
    NUMBER_LIMIT_CHANGED,
    @Description("A number may send faster.")
    NUMBER_THROUGHPUT_RAISED,
    @Description("A number was taken up by WhatsApp.")
    NUMBER_ONBOARDED,
    @Description("A number's user name changed.")
    NUMBER_USERNAME_CHANGED,
    @Description("A number's settings at WhatsApp changed.")
    NUMBER_SETTINGS_CHANGED,
    @Description("A number's security PIN was changed.")
    NUMBER_PIN_CHANGED,
    @Description("Somebody asked to reset a number's security PIN.")
    NUMBER_PIN_RESET_REQUESTED,
    @Description("A number's security PIN was reset.")
    NUMBER_PIN_RESET,
    @Description("A number was taken from us.")
    NUMBER_DISCONNECTED,
    @Description("A number is connected to us again.")
    NUMBER_RECONNECTED,
    @Description("The business was verified.")
    ACCOUNT_VERIFIED,
    @Description("WhatsApp decided about the account.")
    ACCOUNT_REVIEWED,
    @Description("The account was connected to us.")
    ACCOUNT_CONNECTED,
    @Description("The account was taken from us.")
    ACCOUNT_DISCONNECTED,
    @Description("The account is connected to us again.")
    ACCOUNT_RECONNECTED,
    @Description("The account broke a rule of WhatsApp.")
    ACCOUNT_VIOLATION,
    @Description("WhatsApp holds the account back for a time.")
    ACCOUNT_RESTRICTED,
    @Description("WhatsApp is going to ban the account.")
    ACCOUNT_BAN_SCHEDULED,
    @Description("WhatsApp has banned the account.")
    ACCOUNT_BANNED,
    @Description("WhatsApp has lifted a ban.")
    ACCOUNT_REINSTATED,
    @Description("The account is gone.")
    ACCOUNT_DELETED,
    @Description("WhatsApp asks for attention.")
    ACCOUNT_ALERT,
    @Description("The account may write to more or fewer customers first, or hold more or fewer numbers.")
    ACCOUNT_LIMITS_CHANGED,
    @Description("Something else about the account changed, such as its prices or its country.")
    ACCOUNT_CHANGED,
    @Description("WhatsApp reports an error that is about no single message.")
    ERROR_REPORTED,
    @Description("A WhatsApp group was made, deleted or changed.")
    GROUP_CHANGED,
    @Description("Somebody joined or left a WhatsApp group.")
    GROUP_MEMBERS_CHANGED;

    boolean isAboutTemplate() {
        return name().startsWith("TEMPLATE_");
    }
}
