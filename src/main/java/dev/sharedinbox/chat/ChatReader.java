package dev.sharedinbox.chat;

import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.team.access.ChatPlace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads chats and messages by id, many at once, for rooms that tell others about them. It checks no access:
/// its callers must, with the place of each [ChatEntry].
@ApplicationScoped
public class ChatReader {

    private static final String MESSAGES = "select " + MessageRows.COLUMNS + " from message m " + MessageRows.JOINS
            + " where m.workspace_id = $1 and m.id = any($2)";

    private static final String PLACES = """
            select id, inbox_id, assignee_id, team_id from chat where workspace_id = $1 and id = any($2)
            """;

    private final Pool pool;
    private final Clock clock;

    ChatReader(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// Return the chats that exist, by id.
    public Uni<Map<UUID, ChatEntry>> chats(UUID workspaceId, Collection<UUID> ids) {
        var now = clock.instant();
        return read(ChatRows.BY_ID, workspaceId, ids, row -> ChatRows.entry(row, now));
    }

    /// The same with all that filters ask of them.
    public Uni<Map<UUID, FullChat>> fullChats(UUID workspaceId, Collection<UUID> ids) {
        var now = clock.instant();
        return read(FullChatRows.BY_ID, workspaceId, ids, row -> FullChatRows.chat(row, now));
    }

    private <T> Uni<Map<UUID, T>> read(
            String statement, UUID workspaceId, Collection<UUID> ids, Function<Row, T> read) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(statement)
                        .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                        .map(rows -> byId(rows, read));
    }

    /// Return where the chats that exist stand, by id: all that it takes to check access.
    public Uni<Map<UUID, ChatPlace>> places(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(PLACES)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> byId(
                        rows,
                        row -> new ChatPlace(
                                row.getUUID("inbox_id"), row.getUUID("assignee_id"), row.getUUID("team_id"))));
    }

    /// Return the messages that exist, by id.
    public Uni<Map<UUID, MessageView>> messages(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(MESSAGES)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> byId(rows, MessageRows::view));
    }

    private static <T> Map<UUID, T> byId(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getUUID("id"), read));
    }
}
