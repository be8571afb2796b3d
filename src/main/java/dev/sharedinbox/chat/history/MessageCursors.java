package dev.sharedinbox.chat.history;

import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Turns the number of a message into an opaque cursor, bound to its chat and the viewer, and back.
@Singleton
final class MessageCursors {

    private final Seal seal;

    MessageCursors(Seal seal) {
        this.seal = seal;
    }

    String encode(Viewer viewer, UUID chatId, int seq) {
        return seal.seal(context(viewer, chatId), Integer.toString(seq));
    }

    int decode(Viewer viewer, UUID chatId, String cursor, String argument) {
        return seal.open(context(viewer, chatId), cursor)
                .map(Integer::valueOf)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this chat and user.", argument));
    }

    private static String context(Viewer viewer, UUID chatId) {
        return "messages:" + viewer.workspaceId() + ":" + viewer.userId() + ":" + chatId;
    }
}
