package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.chat.deed.Deed;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/// Sets attributes of a chat.
///
/// @param given for each attribute its id and the column of its value; no column takes the value away
record AttributeSetting(JsonArray given) implements Deed {

    /// Locks the attributes, so that whoever takes a deleted one off all chats either waits for this chat or was first.
    private static final String KNOWN = """
            select count(*) from (
                select 1 from chat_attribute where workspace_id = $1 and id = any($2) and deleted_at is null
                for key share) known
            """;
    private static final String SET = """
            with given as (
                select * from jsonb_to_recordset($3::jsonb) as given(attribute_id uuid, text text, number numeric,
                    flag boolean, moment timestamptz, user_id uuid, word text, words text[])),
            removed as (
                delete from chat_attribute_value v using given
                where v.workspace_id = $1 and v.chat_id = $2 and v.attribute_id = given.attribute_id
                    and num_nonnulls(given.text, given.number, given.flag, given.moment, given.user_id, given.word,
                        given.words) = 0
                returning 1),
            written as (
                insert into chat_attribute_value as v
                    (workspace_id, chat_id, attribute_id, text, number, flag, moment, user_id, word, words)
                select $1, $2, attribute_id, text, number, flag, moment, user_id, word, words from given
                where num_nonnulls(text, number, flag, moment, user_id, word, words) = 1
                on conflict (workspace_id, chat_id, attribute_id) do update
                set text = excluded.text, number = excluded.number, flag = excluded.flag, moment = excluded.moment,
                    user_id = excluded.user_id, word = excluded.word, words = excluded.words
                where (v.text, v.number, v.flag, v.moment, v.user_id, v.word, v.words) is distinct from
                    (excluded.text, excluded.number, excluded.flag, excluded.moment, excluded.user_id, excluded.word,
                        excluded.words)
                returning 1)
            select (select count(*) from removed) + (select count(*) from written) as changed
            """;

    @Override
    public Uni<List<NewChange>> on(SqlClient transaction, LockedChat chat) {
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.of(chat.workspaceId(), ids()))
                .invoke(rows -> requireAll(rows.iterator().next().getLong(0)))
                .chain(() -> transaction.preparedQuery(SET).execute(Tuple.of(chat.workspaceId(), chat.id(), given)))
                .map(rows -> rows.iterator().next().getLong("changed") == 0
                        ? List.of()
                        : List.of(NewChange.chat(ChangeType.CHAT_UPDATED, chat.id())));
    }

    private UUID[] ids() {
        return given.stream()
                .map(JsonObject.class::cast)
                .map(value -> UUID.fromString(value.getString("attribute_id")))
                .toArray(UUID[]::new);
    }

    private void requireAll(long known) {
        if (known != given.size()) {
            throw InboxException.notFound("chat attribute", "input", "values");
        }
    }
}
