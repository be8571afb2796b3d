package dev.sharedinbox.chat.deed;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The deeds that can be done to many chats, and those that need no more than the chat itself.
@ApplicationScoped
public class ChatDeeds {

    private static final String CLOSE = """
            update chat set status = 'CLOSED', closed_at = $3, waiting_since = null
            where workspace_id = $1 and id = $2 and status <> 'CLOSED'
            """;
    private static final String REOPEN = """
            update chat set status = 'OPEN', closed_at = null
            where workspace_id = $1 and id = $2 and status = 'CLOSED'
            """;
    private static final String READ = """
            update chat set unread_count = 0, marked_unread = false where workspace_id = $1 and id = $2 and unread
            """;
    private static final String UNREAD = """
            update chat set marked_unread = true where workspace_id = $1 and id = $2 and not unread
            """;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Clock clock;

    ChatDeeds(Clock clock) {
        this.clock = clock;
    }

    public Deed close() {
        return (transaction, chat) -> change(
                transaction,
                CLOSE,
                values(chat).addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)),
                NewChange.chat(ChangeType.CHAT_UPDATED, chat.id()));
    }

    public Deed reopen() {
        return (transaction, chat) -> change(
                        transaction, REOPEN, values(chat), NewChange.chat(ChangeType.CHAT_UPDATED, chat.id()))
                .onFailure(ChatDeeds::isAnotherLive)
                .transform(_ ->
                        new InboxException(ErrorCode.CONFLICT, "The customer has another open chat with this number."));
    }

    public Deed read() {
        return (transaction, chat) ->
                change(transaction, READ, values(chat), NewChange.chat(ChangeType.CHAT_READ, chat.id()));
    }

    public Deed unread() {
        return (transaction, chat) ->
                change(transaction, UNREAD, values(chat), NewChange.chat(ChangeType.CHAT_READ, chat.id()));
    }

    /// Give a chat to a user, or to nobody.
    ///
    /// @param teamId the new team; null to keep the one it has
    public Deed assign(@Nullable String userId, @Nullable String teamId) {
        return Assignment.of(new AssignChatInput("", userId, teamId, null), teamId != null, false);
    }

    /// Give a chat to a team, or to none; its assignee stays.
    public Deed assignTeam(@Nullable String teamId) {
        return Assignment.toTeam(teamId);
    }

    public Deed addTags(List<String> tagIds) {
        return Tagging.add(tagIds);
    }

    public Deed removeTags(List<String> tagIds) {
        return Tagging.remove(tagIds);
    }

    static Tuple values(LockedChat chat) {
        return Tuple.of(chat.workspaceId(), chat.id());
    }

    /// Run a conditional statement; it is told of only when it changed a row.
    static Uni<List<NewChange>> change(SqlClient transaction, String sql, Tuple values, NewChange told) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.rowCount() == 0 ? List.of() : List.of(told));
    }

    private static boolean isAnotherLive(Throwable failure) {
        return failure instanceof PgException sql && UNIQUE_VIOLATION.equals(sql.getSqlState());
    }
}
