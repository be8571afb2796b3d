package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// Puts tags on a chat or takes them off.
///
/// @param sql what to do, given the workspace, the chat and the tags
/// @param tags the tags, each once
record Tagging(String sql, List<UUID> tags) implements Deed {

    private static final int MOST = 50;
    /// Locks the tags, so that whoever takes a deleted one off all chats either waits for this chat or was first.
    private static final String KNOWN = """
            select count(*) from (
                select 1 from tag where workspace_id = $1 and id = any($2) and deleted_at is null for key share) known
            """;

    /// The copy of the chat's last activity is what keeps a list by tag in order.
    private static final String ADD = """
            insert into chat_tag (workspace_id, chat_id, tag_id, last_activity_at)
            select chat.workspace_id, chat.id, tag, chat.last_activity_at
            from chat, unnest($3::uuid[]) as tag where chat.workspace_id = $1 and chat.id = $2
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from chat_tag where workspace_id = $1 and chat_id = $2 and tag_id = any($3)";

    static Tagging add(List<String> tagIds) {
        return new Tagging(ADD, tags(tagIds));
    }

    static Tagging remove(List<String> tagIds) {
        return new Tagging(REMOVE, tags(tagIds));
    }

    @Override
    public Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat) {
        var told = NewChange.chat(ChangeType.CHAT_UPDATED, chat.id());
        return require(transaction, chat.workspaceId())
                .chain(() -> ChatDeeds.change(
                        transaction, sql, ChatDeeds.values(chat).addArrayOfUUID(array()), told));
    }

    @Override
    public Uni<Void> require(SqlClient client, UUID workspaceId) {
        return client.preparedQuery(KNOWN)
                .execute(Tuple.of(workspaceId, array()))
                .invoke(rows -> requireAll(rows.iterator().next().getLong(0)))
                .replaceWithVoid();
    }

    private UUID[] array() {
        return tags.toArray(UUID[]::new);
    }

    private void requireAll(long known) {
        if (known != tags.size()) {
            throw unknown();
        }
    }

    private static List<UUID> tags(List<String> tagIds) {
        if (tagIds.isEmpty() || tagIds.size() > MOST) {
            throw InboxException.invalid("From 1 to " + MOST + " tags are allowed.", "input", "tagIds");
        }
        return tagIds.stream()
                .distinct()
                .map(id -> Ids.parse(id).orElseThrow(Tagging::unknown))
                .toList();
    }

    private static InboxException unknown() {
        return InboxException.notFound("tag", "input", "tagIds");
    }
}
