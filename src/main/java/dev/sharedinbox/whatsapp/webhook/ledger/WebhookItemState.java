package dev.sharedinbox.whatsapp.webhook.ledger;

import org.eclipse.microprofile.graphql.Description;

/// Why something a webhook said was not turned into chats.
@Description("Why something a webhook said was not turned into chats.")
public enum WebhookItemState {
    @Description("It is malformed, or the store refused it.")
    FAILED,
    @Description("It is valid, but nothing reads it yet; such as a field that WhatsApp added, or what concerns"
            + " a number that is not configured.")
    KEPT
}
