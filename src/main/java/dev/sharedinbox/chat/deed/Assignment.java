package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.team.ChatPlace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives a chat to a user and a team. The change tells where the chat stood before, so that those who lose
/// sight of it can be told, and who got it.
///
/// @param user the new assignee; null for nobody
/// @param team the new team; empty to keep the one it has
/// @param expected who must be the assignee now; empty when the client does not mind
record Assignment(@Nullable UUID user, Optional<Target> team, Optional<Target> expected) implements Deed {

    private static final String USER = "select active from workspace_user where workspace_id = $1 and id = $2";
    private static final String TEAM = "select true from team where workspace_id = $1 and id = $2";
    private static final String ASSIGN = """
            update chat set assignee_id = $3, team_id = $4
            where workspace_id = $1 and id = $2
                and (assignee_id is distinct from $3::uuid or team_id is distinct from $4::uuid)
            """;

    static Assignment of(AssignChatInput input, boolean teamGiven, boolean checkAssignee) {
        return new Assignment(
                id(input.userId(), "user", "userId"),
                teamGiven ? Optional.of(new Target(id(input.teamId(), "team", "teamId"))) : Optional.empty(),
                checkAssignee
                        ? Optional.of(new Target(id(input.expectedAssignee(), "user", "expectedAssignee")))
                        : Optional.empty());
    }

    @Override
    public Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat) {
        expected.ifPresent(assignee -> chat.requireAssignee(assignee.id()));
        var newTeam = team.map(Target::id).orElse(null);
        var place = new ChatPlace(
                chat.place().inboxId(),
                user,
                team.isPresent() ? newTeam : chat.place().teamId());
        return requireUser(transaction, chat.workspaceId())
                .chain(() -> requireTeam(transaction, chat.workspaceId(), newTeam))
                .chain(() ->
                        ChatDeeds.change(transaction, ASSIGN, values(chat, place), ChatChanges.assigned(chat, user)));
    }

    private Uni<Void> requireUser(SqlClient transaction, UUID workspaceId) {
        return found(transaction, USER, workspaceId, user)
                .invoke(active -> {
                    if (!active.orElseThrow(() -> InboxException.notFound("user", "input", "userId"))) {
                        throw InboxException.invalid(
                                "A chat can be assigned to an active user only.", "input", "userId");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> requireTeam(SqlClient transaction, UUID workspaceId, @Nullable UUID team) {
        return found(transaction, TEAM, workspaceId, team)
                .invoke(there -> {
                    if (there.isEmpty()) {
                        throw InboxException.notFound("team", "input", "teamId");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Optional<Boolean>> found(
            SqlClient transaction, String sql, UUID workspaceId, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().item(Optional.of(true))
                : transaction
                        .preparedQuery(sql)
                        .execute(Tuple.of(workspaceId, id))
                        .map(rows -> {
                            var row = rows.iterator();
                            return row.hasNext() ? Optional.of(row.next().getBoolean(0)) : Optional.empty();
                        });
    }

    private static Tuple values(LockedChat chat, ChatPlace place) {
        return ChatDeeds.values(chat).addUUID(place.assigneeId()).addUUID(place.teamId());
    }

    private static @Nullable UUID id(@Nullable String id, String what, String field) {
        return id == null ? null : Ids.parse(id).orElseThrow(() -> InboxException.notFound(what, "input", field));
    }

    /// @param id the user or team; null for none
    record Target(@Nullable UUID id) {}
}
