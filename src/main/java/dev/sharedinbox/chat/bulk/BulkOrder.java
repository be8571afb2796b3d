package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.chat.deed.ChatDeeds;
import dev.sharedinbox.chat.deed.Deed;
import io.vertx.core.json.JsonArray;
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

    static JsonObject arguments(BulkChatsInput input) {
        return new JsonObject()
                .put("userId", input.userId())
                .put("teamId", input.teamId())
                .put("tagIds", new JsonArray(input.tagIds() == null ? List.of() : input.tagIds()));
    }

    /// @throws dev.sharedinbox.platform.InboxException when the arguments do not fit the deed
    static Deed deed(BulkDeed deed, JsonObject arguments, ChatDeeds deeds) {
        return switch (deed) {
            case ASSIGN -> deeds.assign(arguments.getString("userId"), arguments.getString("teamId"));
            case CLOSE -> deeds.close();
            case REOPEN -> deeds.reopen();
            case ADD_TAGS -> deeds.addTags(tags(arguments));
            case REMOVE_TAGS -> deeds.removeTags(tags(arguments));
            case MARK_READ -> deeds.read();
        };
    }

    private static List<String> tags(JsonObject arguments) {
        return arguments.getJsonArray("tagIds").stream().map(String.class::cast).toList();
    }
}
