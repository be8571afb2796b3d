package dev.sharedinbox.chat.upkeep;

/// How something deleted is taken off chats. Each statement is given the workspace and its id.
///
/// @param what its name in logs
/// @param due everything deleted that chats may still have
/// @param lock keeps others from putting it on a chat, and other nodes from taking it off
/// @param takeOff takes it off up to `$3` chats, which it locks first as every writer does, and returns them; it passes
///        chats that somebody else has locked
/// @param finish removes it once no chat has it
record Removal(String what, String due, String lock, String takeOff, String finish) {

    static Removal of(String table, String marks, String markId) {
        return new Removal(
                table,
                "select workspace_id, id from " + table + " where deleted_at is not null order by workspace_id, id",
                "select id from " + table + " where workspace_id = $1 and id = $2 and deleted_at is not null"
                        + " for update skip locked",
                """
                with held as materialized (
                    select c.id from %1$s mark join chat c on c.workspace_id = mark.workspace_id and c.id = mark.chat_id
                    where mark.workspace_id = $1 and mark.%2$s = $2 limit $3 for update of c skip locked)
                delete from %1$s mark using held
                where mark.workspace_id = $1 and mark.chat_id = held.id and mark.%2$s = $2
                returning mark.chat_id
                """.formatted(marks, markId),
                "delete from " + table + " gone where workspace_id = $1 and id = $2 and not exists (select from "
                        + marks + " mark where mark.workspace_id = $1 and mark." + markId + " = $2)");
    }
}
