package dev.sharedinbox.testing;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Writes chats the way the product does: rows and changes in one transaction, then a wake-up.
@ApplicationScoped
public class LiveFixtures {

    private static final String CHAT = """
            with contact as (
                insert into contact (workspace_id, id, name) values ($1, $6, 'Ana') returning id)
            insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, assignee_id,
                last_activity_at, started_at)
            select $1, $2, $3, $4, contact.id, $5, now(), now() from contact
            """;
    private static final String MESSAGE = """
            with chat as (
                update chat set last_seq = last_seq + 1, last_message_id = $3, last_activity_at = now(),
                    unread_count = unread_count + 1
                where workspace_id = $1 and id = $2 returning last_seq, business_number_id)
            insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text, content,
                sender_kind, sent_at)
            select $1, $3, $2, last_seq, business_number_id, 'INCOMING', 'TEXT', $4, '{"kind": "test"}', 'CUSTOMER', now()
            from chat
            """;
    private static final String ANSWER = """
            with chat as (
                update chat set last_seq = last_seq + 1, last_message_id = $3, last_activity_at = now(), waiting_since = null
                where workspace_id = $1 and id = $2 returning last_seq, business_number_id)
            insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text, sender_kind,
                sender_user_id, sent_at, status)
            select $1, $3, $2, last_seq, business_number_id, 'OUTGOING', 'TEXT', 'Hello!', 'USER', $4, now(), 'SENT'
            from chat
            """;
    private static final String FAIL = """
            update message set status = 'FAILED', failure = jsonb_build_object('code', $3::text, 'title', '', 'advice', '',
                'retryable', false)
            where workspace_id = $1 and id = (select id from message
                where workspace_id = $1 and chat_id = $2 and direction = 'OUTGOING' order by sent_at desc limit 1)
            returning id
            """;
    private static final String ASSIGN = """
            with before as (
                select inbox_id, assignee_id, team_id from chat where workspace_id = $1 and id = $2 for update)
            update chat set assignee_id = $3 from before where workspace_id = $1 and id = $2
            returning jsonb_build_object('before', jsonb_build_object(
                'inboxId', before.inbox_id, 'assigneeId', before.assignee_id, 'teamId', before.team_id)) as detail
            """;

    private final Pool pool;
    private final ChangeLog log;
    private final WakeUps wakeUps;

    LiveFixtures(Pool pool, ChangeLog log, WakeUps wakeUps) {
        this.pool = pool;
        this.log = log;
        this.wakeUps = wakeUps;
    }

    /// A chat of the sales inbox, assigned to a user of the first workspace.
    public UUID chatOf(UUID assignee) {
        var id = Ids.next();
        write(
                DemoIds.WORKSPACE,
                transaction -> transaction
                        .preparedQuery(CHAT)
                        .execute(Tuple.of(
                                DemoIds.WORKSPACE, id, DemoIds.SALES_NUMBER, DemoIds.SALES_INBOX, assignee, Ids.next()))
                        .replaceWith(List.of(NewChange.chat(ChangeType.CHAT_CREATED, id))));
        return id;
    }

    /// A chat of the other workspace.
    public UUID chatElsewhere() {
        var id = Ids.next();
        write(
                DemoIds.OTHER_WORKSPACE,
                transaction -> transaction
                        .preparedQuery(CHAT)
                        .execute(Tuple.of(
                                DemoIds.OTHER_WORKSPACE,
                                id,
                                DemoIds.OTHER_NUMBER,
                                DemoIds.OTHER_INBOX,
                                DemoIds.ZOE,
                                Ids.next()))
                        .replaceWith(List.of(NewChange.chat(ChangeType.CHAT_CREATED, id))));
        return id;
    }

    public void message(UUID chatId, String text) {
        var id = Ids.next();
        write(
                DemoIds.WORKSPACE,
                transaction -> transaction
                        .preparedQuery(MESSAGE)
                        .execute(Tuple.of(DemoIds.WORKSPACE, chatId, id, text))
                        .replaceWith(List.of(NewChange.message(ChangeType.MESSAGE_CREATED, chatId, id))));
    }

    /// A user answers in a chat.
    public void answer(UUID chatId, UUID user) {
        var id = Ids.next();
        write(
                DemoIds.WORKSPACE,
                transaction -> transaction
                        .preparedQuery(ANSWER)
                        .execute(Tuple.of(DemoIds.WORKSPACE, chatId, id, user))
                        .replaceWith(List.of(NewChange.message(ChangeType.MESSAGE_CREATED, chatId, id))));
    }

    /// The newest answer in a chat, if there is one, turns out not to be delivered.
    public void fail(UUID chatId, String code) {
        write(
                DemoIds.WORKSPACE,
                transaction -> transaction
                        .preparedQuery(FAIL)
                        .execute(Tuple.of(DemoIds.WORKSPACE, chatId, code))
                        .map(rows -> rows.stream()
                                .map(row -> NewChange.message(ChangeType.MESSAGE_STATUS, chatId, row.getUUID("id")))
                                .toList()));
    }

    public void assign(UUID chatId, UUID assignee) {
        write(
                DemoIds.WORKSPACE,
                transaction -> transaction
                        .preparedQuery(ASSIGN)
                        .execute(Tuple.of(DemoIds.WORKSPACE, chatId, assignee))
                        .map(rows -> List.of(NewChange.chat(ChangeType.CHAT_UPDATED, chatId)
                                .with(rows.iterator().next().getJsonObject("detail")))));
    }

    public void changeAccessOf(UUID userId) {
        append(List.of(NewChange.user(ChangeType.ACCESS_CHANGED, userId)));
    }

    public void append(List<NewChange> facts) {
        write(DemoIds.WORKSPACE, _ -> Uni.createFrom().item(facts));
    }

    public void execute(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Tuple.wrap(values)).await().atMost(Duration.ofSeconds(10));
    }

    private void write(UUID workspaceId, Function<SqlConnection, Uni<List<NewChange>>> deed) {
        pool.withTransaction(transaction ->
                        deed.apply(transaction).chain(facts -> log.append(transaction, workspaceId, facts)))
                .await()
                .atMost(Duration.ofSeconds(10));
        wakeUps.changed(workspaceId);
    }
}
