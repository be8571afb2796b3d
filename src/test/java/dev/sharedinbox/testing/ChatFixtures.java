package dev.sharedinbox.testing;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chat that a test needs, with a customer and messages of its own; a test says only what matters to it.
public final class ChatFixtures {

    private static final String CHAT = """
            with customer as (
                insert into contact (workspace_id, id, name, phone, username, attributes)
                values ($1, $3, $4, $5, $16, $17) returning id),
            session as (
                insert into session_window (workspace_id, business_number_id, contact_id, last_customer_message_at, expires_at)
                select $1, $6, customer.id, $7::timestamptz - interval '24 hours', $7 from customer where $7 is not null)
            insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, status, closed_at, assignee_id,
                team_id, unread_count, last_activity_at, last_inbound_at, waiting_since, started_at, referral, referred_at,
                referral_provider_id)
            select $1, $2, $6, $8, customer.id, $9::text, case when $9 = 'CLOSED' then $10::timestamptz end, $11, $12, $13,
                $10, $14, $15, $10, $18::jsonb, case when $18 is not null then $10::timestamptz end,
                case when $18 is not null then 'wamid' end
            from customer
            """;
    private static final String TAG = """
            insert into chat_tag (workspace_id, chat_id, tag_id, last_activity_at)
            select workspace_id, id, $3, last_activity_at from chat where workspace_id = $1 and id = $2
            """;
    private static final String MESSAGES = """
            with written as (
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text,
                    sender_kind, sent_at)
                select chat.workspace_id, gen_random_uuid(), chat.id, seq, chat.business_number_id, 'INCOMING', 'TEXT',
                    'message ' || seq, 'CUSTOMER', chat.last_activity_at
                from chat, generate_series(1, $3::int) seq where chat.workspace_id = $1 and chat.id = $2
                returning id, seq)
            update chat set last_seq = $3, last_message_direction = 'INCOMING',
                last_message_id = (select id from written where seq = $3)
            where workspace_id = $1 and id = $2
            """;

    private static final String ANSWER = """
            with written as (
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text,
                    sender_kind, sender_user_id, sent_at, status, failure)
                select chat.workspace_id, gen_random_uuid(), chat.id, chat.last_seq + 1, chat.business_number_id, 'OUTGOING',
                    'TEXT', 'an answer', 'USER', $3, $4, $5,
                    case when $6 <> '' then jsonb_build_object('code', $6, 'title', 'Not delivered',
                        'advice', 'Try later.', 'retryable', true) end
                from chat where chat.workspace_id = $1 and chat.id = $2
                returning id, seq)
            update chat set last_seq = written.seq, last_message_direction = 'OUTGOING', last_message_id = written.id
            from written where chat.workspace_id = $1 and chat.id = $2
            """;

    private final UUID id = Ids.next();
    private final List<UUID> tags = new ArrayList<>();
    private UUID workspace = DemoIds.WORKSPACE;
    private UUID inbox = DemoIds.SALES_INBOX;
    private UUID number = DemoIds.SALES_NUMBER;
    private String status = "OPEN";
    private String name = "Somebody";
    private @Nullable String phone;
    private @Nullable UUID assignee;
    private @Nullable UUID team;
    private @Nullable Instant sessionExpiresAt;
    private @Nullable Instant lastInboundAt;
    private @Nullable Instant waitingSince;
    private Instant lastActivityAt = Instant.parse("2026-01-01T00:00:00Z");
    private int unread;
    private int messages;
    private final List<Answer> answers = new ArrayList<>();
    private @Nullable String username;
    private @Nullable JsonObject referral;
    private final JsonObject contactAttributes = new JsonObject();

    private record Answer(UUID user, String status, String failure, Instant at) {}

    private ChatFixtures() {}

    /// An open chat of the Sales inbox that nobody is assigned to, read, without messages.
    public static ChatFixtures chat() {
        return new ChatFixtures();
    }

    public ChatFixtures inOtherWorkspace() {
        workspace = DemoIds.OTHER_WORKSPACE;
        inbox = DemoIds.OTHER_INBOX;
        number = DemoIds.OTHER_NUMBER;
        return this;
    }

    public ChatFixtures inSupport() {
        inbox = DemoIds.SUPPORT_INBOX;
        number = DemoIds.SUPPORT_NUMBER;
        return this;
    }

    public ChatFixtures status(String status) {
        this.status = status;
        return this;
    }

    public ChatFixtures assignee(UUID assignee) {
        this.assignee = assignee;
        return this;
    }

    public ChatFixtures team(UUID team) {
        this.team = team;
        return this;
    }

    public ChatFixtures tag(UUID... tags) {
        this.tags.addAll(List.of(tags));
        return this;
    }

    public ChatFixtures name(String name) {
        this.name = name;
        return this;
    }

    public ChatFixtures phone(String phone) {
        this.phone = phone;
        return this;
    }

    public ChatFixtures unread(int unread) {
        this.unread = unread;
        return this;
    }

    public ChatFixtures messages(int messages) {
        this.messages = messages;
        return this;
    }

    /// A user has answered, after the messages and earlier answers.
    public ChatFixtures answered(UUID user, String status, Instant at) {
        answers.add(new Answer(user, status, "", at));
        return this;
    }

    /// A user's answer was not delivered.
    public ChatFixtures failedToAnswer(UUID user, String code, Instant at) {
        answers.add(new Answer(user, "FAILED", code, at));
        return this;
    }

    public ChatFixtures username(String username) {
        this.username = username;
        return this;
    }

    /// What brought the customer, as the product keeps it.
    public ChatFixtures referral(String sourceType, String sourceId, String adClickId) {
        referral = JsonObject.of(
                "sourceType", sourceType, "sourceId", sourceId, "adClickId", adClickId, "raw", new JsonObject());
        return this;
    }

    public ChatFixtures contactAttribute(String key, String value) {
        contactAttributes.put(key, value);
        return this;
    }

    public ChatFixtures lastActivityAt(Instant lastActivityAt) {
        this.lastActivityAt = lastActivityAt;
        return this;
    }

    public ChatFixtures lastInboundAt(Instant lastInboundAt) {
        this.lastInboundAt = lastInboundAt;
        return this;
    }

    public ChatFixtures waitingSince(Instant waitingSince) {
        this.waitingSince = waitingSince;
        return this;
    }

    public ChatFixtures sessionExpiresAt(Instant sessionExpiresAt) {
        this.sessionExpiresAt = sessionExpiresAt;
        return this;
    }

    /// Write it and return its id.
    public String insert(Pool pool) {
        run(pool, CHAT, Tuple.from(values()));
        tags.forEach(tag -> run(pool, TAG, Tuple.of(workspace, id, tag)));
        if (messages > 0) {
            run(pool, MESSAGES, Tuple.of(workspace, id, messages));
        }
        answers.forEach(answer -> run(
                pool,
                ANSWER,
                Tuple.of(workspace, id, answer.user(), time(answer.at()), answer.status(), answer.failure())));
        return id.toString();
    }

    /// Let something be written in a chat, so that it moves to the top of the list.
    public static void touch(Pool pool, String chat, Instant at) {
        var values = Tuple.of(UUID.fromString(chat), at.atOffset(ZoneOffset.UTC));
        run(pool, "update chat set last_activity_at = $2 where id = $1", values);
        run(pool, "update chat_tag set last_activity_at = $2 where chat_id = $1", values);
    }

    /// A tag of the demo workspace that no other test knows.
    public static UUID newTag(Pool pool) {
        var tag = Ids.next();
        run(
                pool,
                "insert into tag (workspace_id, id, name) values ($1, $2, $3)",
                Tuple.of(DemoIds.WORKSPACE, tag, tag.toString()));
        return tag;
    }

    private List<Object> values() {
        var values = new ArrayList<Object>(List.of(workspace, id, Ids.next(), name));
        values.add(phone);
        values.add(number);
        values.add(time(sessionExpiresAt));
        values.add(inbox);
        values.add(status);
        values.add(time(lastActivityAt));
        values.add(assignee);
        values.add(team);
        values.add(unread);
        values.add(time(lastInboundAt));
        values.add(time(waitingSince));
        values.add(username);
        values.add(contactAttributes);
        values.add(referral);
        return values;
    }

    private static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static void run(Pool pool, String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(Duration.ofSeconds(30));
    }
}
