package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.team.access.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A page of hits that somebody asks for.
///
/// @param viewer who; every statement holds their scope
/// @param words what they look for
/// @param chats which chats it may stand in
/// @param chat the one chat it must stand in
/// @param from where the page begins
/// @param size how many hits
/// @param now the moment that the condition about chats is asked at
record WantedHits(
        Viewer viewer,
        SearchWords words,
        Condition<ChatFacts> chats,
        Optional<UUID> chat,
        Optional<HitPlace> from,
        int size,
        Instant now) {

    /// The messages of the workspace, or of the one chat, beyond where the page begins: a condition over `w`.
    String beyond(Sql sql) {
        return "w.workspace_id = $1::uuid"
                + chat.map(id -> " and w.chat_id = " + sql.bind(id) + "::uuid").orElse("")
                + from.map(place -> " and (w.sent_at, w.message_id) < (" + sql.bind(place.time()) + "::timestamptz, "
                                + sql.bind(place.messageId()) + "::uuid)")
                        .orElse("");
    }

    /// Whether a chat named `c` may hold hits.
    String allowed(Sql sql) {
        return viewer.scope().condition(sql, "c") + " and " + chats.sql(sql, now);
    }
}
