package dev.sharedinbox.chat.sending;

import dev.sharedinbox.chat.LockedChat;
import dev.sharedinbox.chat.message.SenderKind;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Refuses an answer by somebody who has not seen that another answered first. It is asked while the chat is
/// locked, so of two who answer the same view at once, one passes.
@ApplicationScoped
class Staleness {

    /// What was written long before the seen message is no answer to it, though it may be stored after it: a
    /// history that WhatsApp delivers late. The minute forgives clocks of nodes that differ.
    private static final String ANSWERED = """
            select answer.sender_kind, answerer.name
            from message seen
            left join lateral (
                select m.workspace_id, m.sender_kind, m.sender_user_id from message m
                where m.workspace_id = seen.workspace_id and m.chat_id = seen.chat_id and m.seq > seen.seq
                    and m.direction = 'OUTGOING' and m.sender_kind in ('USER', 'CHATBOT', 'BUSINESS_APP')
                    and m.sender_user_id is distinct from $4
                    and m.sent_at > seen.sent_at - interval '1 minute'
                order by m.seq desc limit 1) answer on true
            left join workspace_user answerer on answerer.workspace_id = answer.workspace_id
                and answerer.id = answer.sender_user_id
            where seen.workspace_id = $1 and seen.id = $3 and seen.chat_id = $2
            """;

    Staleness() {}

    /// Fail with `STALE_VIEW` when somebody other than the viewer has answered after the message, and with
    /// `NOT_FOUND` when it is not one of the chat.
    Uni<Void> requireFresh(SqlClient transaction, LockedChat chat, Viewer viewer, Optional<UUID> lastSeen) {
        return lastSeen.map(seen -> transaction
                        .preparedQuery(ANSWERED)
                        .execute(Tuple.of(chat.workspaceId(), chat.id(), seen, viewer.userId()))
                        .invoke(Staleness::judge)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void judge(RowSet<Row> found) {
        var seen = found.iterator();
        if (!seen.hasNext()) {
            throw InboxException.notFound("message", "input", "lastSeenMessageId");
        }
        var answer = seen.next();
        if (answer.getString("sender_kind") != null) {
            throw new InboxException(
                    ErrorCode.STALE_VIEW,
                    who(answer) + " has answered since; read it before you send yours.",
                    "input",
                    "lastSeenMessageId");
        }
    }

    private static String who(Row answer) {
        return switch (SenderKind.valueOf(answer.getString("sender_kind"))) {
            case USER -> Optional.ofNullable(answer.getString("name")).orElse("A colleague");
            case CHATBOT -> "A chatbot";
            case BUSINESS_APP -> "Somebody with the WhatsApp Business app";
            case CUSTOMER, SYSTEM -> throw new IllegalStateException("Only answers were asked for");
        };
    }
}
