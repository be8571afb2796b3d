package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.event.AccountEvent;
import dev.sharedinbox.channel.event.AccountEventKind;
import dev.sharedinbox.channel.event.AccountEventSeverity;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import dev.sharedinbox.whatsapp.webhook.body.Texts;
import java.util.List;
import java.util.UUID;

/// Reads what happened to WhatsApp groups of a number, element by element.
final class GroupEvents {

    private GroupEvents() {}

    static AccountEvent read(AccountNotice group, UUID number) {
        var members = "group_participants_update".equals(group.field());
        var kind = members ? AccountEventKind.GROUP_MEMBERS_CHANGED : AccountEventKind.GROUP_CHANGED;
        var failed = group.value().path("errors").size() > 0;
        var name = Json.text(group.value(), "subject")
                .map(subject -> "The WhatsApp group “" + Texts.cut(subject, 200) + "”")
                .orElse("A WhatsApp group");
        var what = Json.text(group.value(), "type").map(Texts::plain).orElse("changed");
        return group.event(
                number,
                kind,
                failed ? AccountEventSeverity.WARNING : AccountEventSeverity.INFO,
                name + (members ? " has other members: " : " changed: ") + what + (failed ? " failed" : ""),
                null,
                List.of());
    }
}
