package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Conversation;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/// The entry of a call in its chat, locked, with what it said before and what its events make of it now.
///
/// @param toldBefore whether an earlier transaction stored it
record CallEntry(
        UUID id,
        UUID chatId,
        Conversation conversation,
        JsonObject content,
        Instant sentAt,
        boolean toldBefore,
        CallStory story) {

    boolean isBehind() {
        return !content.equals(story.content()) || !sentAt.equals(story.beganAt());
    }

    boolean turnsOutMissed() {
        return isMissed(story.status().name()) && !isMissed(content.getString("status", ""));
    }

    private static boolean isMissed(String status) {
        return CallStory.Status.MISSED.name().equals(status);
    }
}
