package dev.sharedinbox.whatsapp.webhook.body;

import dev.sharedinbox.chat.intake.incoming.Incoming;

/// One thing a webhook body says, and what became of it.
public sealed interface Item {

    /// Where in the body, such as `entry[0].changes[1].value.messages[3]`.
    String path();

    /// Meta's name of the webhook field it came under.
    String field();

    /// It is to be stored.
    record Understood(String path, String field, Incoming incoming) implements Item {}

    /// It is valid, but nothing in the product reads it yet.
    record Kept(String path, String field, String reason) implements Item {}

    /// It is malformed, or the store refused it.
    record Failed(String path, String field, String reason) implements Item {}
}
