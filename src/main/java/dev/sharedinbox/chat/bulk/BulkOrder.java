package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.chat.deed.ChatDeeds;
import dev.sharedinbox.chat.deed.Deed;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/// A job as it is to be done.
///
/// @param workspaceId its workspace
/// @param id the job
/// @param userId for whom it is done, with what they may see and do at that time
/// @param deed what to do
/// @param arguments with what
record BulkOrder(UUID workspaceId, UUID id, UUID userId, BulkDeed deed, JsonObject arguments) {

    /// @throws dev.sharedinbox.platform.failure.InboxException when the arguments do not fit the deed
    Deed deed(ChatDeeds deeds) {
        return switch (deed) {
            case ASSIGN -> deeds.assign(arguments.getString("userId"), arguments.getString("teamId"));
            case ASSIGN_TEAM -> deeds.assignTeam(arguments.getString("teamId"));
            case CLOSE -> deeds.close();
            case REOPEN -> deeds.reopen();
            case ADD_TAGS -> deeds.addTags(tags());
            case REMOVE_TAGS -> deeds.removeTags(tags());
            case MARK_READ -> deeds.read();
            case MARK_UNREAD -> deeds.unread();
        };
    }

    private List<String> tags() {
        return arguments.getJsonArray("tagIds").stream().map(String.class::cast).toList();
    }
}
