package dev.sharedinbox.chat.list.known;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// What the change log tells from a position to its head, as it was at the moment of a statement.
///
/// @param life the log's life; positions of different lives have nothing to do with each other
/// @param since the position after which it tells
/// @param head the log's newest position
/// @param chats the chats that changed
/// @param customers the contacts whose chats those are
/// @param isPartial whether other chats may look otherwise, too
public record News(UUID life, long since, long head, List<UUID> chats, List<UUID> customers, boolean isPartial) {

    private static final int MOST = 500;

    /// A table named `news`, of one row, beside the `change_head` named `head`, in a statement whose first value is the
    /// workspace.
    public static String table(Sql sql, long since) {
        // Each contact is looked up by the key: a join that was planned while there were few chats would read them all.
        return "(select array_agg(told.type) as types, array_agg(told.chat_id) as chats, array_agg((select chat.contact_id"
                + " from chat where chat.workspace_id = $1 and chat.id = told.chat_id)) as customers from"
                + " (select type, chat_id from change where workspace_id = $1 and position > " + sql.bind(since)
                + "::bigint order by position limit " + (MOST + 1) + ") told) news";
    }

    /// The columns that [#of] reads.
    public static final String COLUMNS = "head.life as log_life, head.position as log_position,"
            + " head.trimmed_to as log_trimmed_to, news.types as news_types, news.chats as news_chats, news.customers as news_customers";

    /// Read the row of a statement.
    public static News of(Row row, long since) {
        var types = row.getArrayOfStrings("news_types");
        var count = types == null ? 0 : types.length;
        return new News(
                row.getUUID("log_life"),
                since,
                row.getLong("log_position"),
                count == 0 ? List.of() : distinct(row.getArrayOfUUIDs("news_chats")),
                count == 0 ? List.of() : distinct(row.getArrayOfUUIDs("news_customers")),
                count > MOST
                        || row.getLong("log_trimmed_to") > since
                        || (count > 0 && Stream.of(types).map(ChangeType::of).anyMatch(News::changesMany)));
    }

    private static List<UUID> distinct(UUID[] ids) {
        return Stream.of(ids).filter(Objects::nonNull).distinct().toList();
    }

    /// Whether a change makes chats look otherwise without naming each of them.
    private static boolean changesMany(ChangeType type) {
        return switch (type) {
            case CHAT_CREATED, CHAT_UPDATED, CHAT_READ -> false;
            case MESSAGE_CREATED, MESSAGE_UPDATED, MESSAGE_STATUS -> false;
            case SESSION_CLOSING, SESSION_CLOSED -> false;
            case SPACE_UPDATED, SPACE_DELETED, SPACE_ARRANGED -> false;
            case BULK_UPDATED, NOTIFICATION_SETTINGS_UPDATED -> false;
            case ACCOUNT_EVENT, TEMPLATE_UPDATED -> false;
            case USER_UPDATED, ACCESS_CHANGED, NUMBER_UPDATED -> true;
            case TAG_UPDATED, TAG_DELETED, ATTRIBUTE_UPDATED, ATTRIBUTE_DELETED -> true;
            case UNKNOWN -> true;
        };
    }
}
