package dev.sharedinbox.whatsapp.webhook.reading;

import dev.sharedinbox.whatsapp.webhook.body.Part;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The fields that are about chats and customers, and in which lists they tell what they tell; see [AccountWalk#FIELDS]
/// for the others.
public final class ChatFields {

    private static final Map<String, Set<String>> LISTS = Map.of(
            "messages", Set.of("messages", "statuses", "errors"),
            "smb_message_echoes", Set.of("message_echoes"),
            "message_echoes", Set.of("message_echoes"),
            "standby", Set.of("standby", "messages", "message_echoes", "statuses"),
            "history", Set.of("history", "messages", "message_echoes"),
            "calls", Set.of("calls", "statuses", "errors"),
            "user_preferences", Set.of("user_preferences"),
            "smb_app_state_sync", Set.of("state_sync"),
            "messaging_handovers", Set.of());

    /// What stands in a value beside the lists and says nothing by itself.
    private static final Set<String> ENVELOPE = Set.of("messaging_product", "metadata", "contacts");

    private ChatFields() {}

    /// Whether it is one of them.
    public static boolean include(String field) {
        return LISTS.containsKey(field);
    }

    /// Whether the value of one of them holds something beside the lists that are read.
    static boolean sayMore(Part value) {
        var lists = LISTS.getOrDefault(value.field(), Set.of());
        return Stream.of(value, value.in("standby"))
                .flatMap(part -> part.value().properties().stream())
                .anyMatch(entry -> !ENVELOPE.contains(entry.getKey()) && !lists.contains(entry.getKey()));
    }
}
