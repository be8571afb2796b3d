package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
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
/// @param user the new assignee; empty to keep the one it has
/// @param team the new team; empty to keep the one it has
/// @param expected who must be the assignee now; empty when the client does not mind
record Assignment(Optional<Target> user, Optional<Target> team, Optional<Target> expected) implements Deed {

    private static final String USER = "select active from workspace_user where workspace_id = $1 and id = $2";
    private static final String TEAM = "select true from team where workspace_id = $1 and id = $2";
    private static final String ASSIGN = """
            update chat set assignee_id = $3, team_id = $4
            where workspace_id = $1 and id = $2
                and (assignee_id is distinct from $3::uuid or team_id is distinct from $4::uuid)
            """;

    static Assignment of(AssignChatInput input, boolean teamGiven, boolean checkAssignee) {
        return new Assignment(
                Optional.of(Target.user(input.userId(), "userId")),
                teamGiven ? Optional.of(Target.team(input.teamId())) : Optional.empty(),
                checkAssignee
                        ? Optional.of(Target.user(input.expectedAssignee(), "expectedAssignee"))
                        : Optional.empty());
    }

    static Assignment toTeam(@Nullable String teamId) {
        return new Assignment(Optional.empty(), Optional.of(Target.team(teamId)), Optional.empty());
    }

    @Override
    public Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat) {
        expected.ifPresent(assignee -> chat.requireAssignee(assignee.id()));
        var assignee = Target.or(user, chat.place().assigneeId());
        var values = ChatDeeds.values(chat)
                .addUUID(assignee)
                .addUUID(Target.or(team, chat.place().teamId()));
        return require(transaction, chat.workspaceId())
                .chain(() -> ChatDeeds.change(transaction, ASSIGN, values, ChatChanges.assigned(chat, assignee)));
    }

    @Override
    public Uni<Void> require(SqlClient client, UUID workspaceId) {
        return found(client, USER, workspaceId, user)
                .invoke(active -> {
                    if (!active.orElseThrow(() -> InboxException.notFound("user", "input", "userId"))) {
                        throw InboxException.invalid(
                                "A chat can be assigned to an active user only.", "input", "userId");
                    }
                })
                .chain(() -> found(client, TEAM, workspaceId, team))
                .invoke(there -> {
                    if (there.isEmpty()) {
                        throw InboxException.notFound("team", "input", "teamId");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Optional<Boolean>> found(
            SqlClient client, String sql, UUID workspaceId, Optional<Target> target) {
        var id = Target.or(target, null);
        return id == null
                ? Uni.createFrom().item(Optional.of(true))
                : client.preparedQuery(sql).execute(Tuple.of(workspaceId, id)).map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(row.next().getBoolean(0)) : Optional.empty();
                });
    }

    /// @param id the user or team; null for none
    record Target(@Nullable UUID id) {

        static Target user(@Nullable String id, String field) {
            return of(id, "user", field);
        }

        static Target team(@Nullable String id) {
            return of(id, "team", "teamId");
        }

        static @Nullable UUID or(Optional<Target> target, @Nullable UUID other) {
            return target.isPresent() ? target.get().id() : other;
        }

        private static Target of(@Nullable String id, String what, String field) {
            return new Target(
                    id == null ? null : Ids.parse(id).orElseThrow(() -> InboxException.notFound(what, "input", field)));
        }
    }
}
