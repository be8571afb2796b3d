package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.chat.ChatAttributeType;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.FullChatRows;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.chat.message.DeliveryStatus;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.sql.Migrations;
import dev.sharedinbox.testing.EmbeddedDatabaseResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;

/// A workspace of 250 chats with every mix of values, boundaries among them, the same at each run.
public record RandomChats(
        Pool pool,
        UUID workspace,
        List<UUID> users,
        List<UUID> teams,
        List<UUID> inboxes,
        List<UUID> tags,
        Catalogue<ChatFacts> catalogue,
        Map<UUID, ChatFacts> facts,
        Map<UUID, ChatView> views) {

    public static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456789Z");
    private static final List<ChatAttributeView> ATTRIBUTES = Stream.of(ChatAttributeType.values())
            .map(type -> new ChatAttributeView(
                    Ids.next().toString(),
                    type == ChatAttributeType.PHONE ? "phone" : "my" + type.ordinal(),
                    type.name(),
                    null,
                    type,
                    type == ChatAttributeType.ENUM || type == ChatAttributeType.MULTI_ENUM
                            ? Stream.of("red", "green", "blue")
                                    .map(key -> new ChatAttributeOptionView(key, key, key.equals("blue")))
                                    .toList()
                            : List.of(),
                    false,
                    List.of()))
            .toList();
    private static final String NEW_ATTRIBUTE = """
            insert into chat_attribute (workspace_id, id, key, label, type, options) values ($1, $2, $3, $4, $4, $5)
            """;
    private static final String NEW_VALUE = """
            insert into chat_attribute_value
                (workspace_id, chat_id, attribute_id, text, number, flag, moment, user_id, word, words)
            values ($1, $2, $3, $4, $5::text::numeric, $6, $7, $8, $9, $10)
            """;
    private static final String NEW_CHAT = """
            with customer as (
                insert into contact (workspace_id, id, name, phone, username, attributes)
                values ($1, $3, $4, $5, $18, $19) returning id),
            session as (
                insert into session_window (workspace_id, business_number_id, contact_id, last_customer_message_at, expires_at)
                select $1, $6, customer.id, $7, $7 from customer where $7::timestamptz is not null),
            written as (
                insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, status, closed_at, assignee_id,
                    team_id, unread_count, marked_unread, last_activity_at, last_inbound_at, waiting_since, started_at,
                    referral, referred_at, referral_provider_id)
                select $1, $2, $6, $8, customer.id, $9::text, case when $9 = 'CLOSED' then $20::timestamptz end, $10, $11,
                    $12, $13, $14::timestamptz, $15, $16, $17, $21::jsonb,
                    case when $21 is not null then $17::timestamptz end, case when $21 is not null then 'wamid' end
                from customer)
            select 1
            """;
    private static final String NEW_MESSAGE = """
            with written as (
                insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, sender_kind,
                    sent_at, status, failure, sender_user_id)
                select workspace_id, $3, id, $4, business_number_id, $5::text, 'TEXT', 'SYSTEM', $6, $7, $8, $9
                from chat where workspace_id = $1 and id = $2)
            update chat set last_seq = $4, last_message_id = $3, last_message_direction = $5
            where workspace_id = $1 and id = $2
            """;

    public static RandomChats stored() {
        var settings = new EmbeddedDatabaseResource().start();
        Migrations.configure(Flyway.configure()
                        .dataSource(
                                settings.get("quarkus.datasource.jdbc.url"),
                                settings.get("quarkus.datasource.username"),
                                settings.get("quarkus.datasource.password")))
                .load()
                .migrate();
        var options = PgConnectOptions.fromUri(settings.get("quarkus.datasource.reactive.url"))
                .setUser(settings.get("quarkus.datasource.username"))
                .setPassword(settings.get("quarkus.datasource.password"));
        var pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(options)
                .using(Vertx.vertx().getDelegate())
                .build());
        var folding = new NameFolding(pool).of(RandomValues.NAMES).await().atMost(Duration.ofSeconds(30));
        var chats = new RandomChats(
                pool,
                Ids.next(),
                some(3),
                some(3),
                some(3),
                some(4),
                ChatCatalogues.catalogue(ATTRIBUTES).with(ChatFields.contactName(folding)),
                new HashMap<>(),
                new HashMap<>());
        chats.store(new RandomValues(new Random(42)));
        return chats;
    }

    List<UUID> ids(String query, Tuple values) {
        return stream(query, values).map(row -> row.getUUID("id")).toList();
    }

    List<String> someIds() {
        return Stream.of(users, teams, inboxes, List.of(Ids.next()))
                .flatMap(List::stream)
                .map(UUID::toString)
                .toList();
    }

    List<String> someTags() {
        return Stream.concat(tags.stream(), Stream.of(Ids.next()))
                .map(UUID::toString)
                .toList();
    }

    /// The chats that a viewer sees and a filter lets pass, in order.
    public List<UUID> list(Wanted wanted) {
        return facts.entrySet().stream()
                .filter(chat -> wanted.scope().allows(chat.getValue().place()))
                .filter(chat -> wanted.filter().holds(chat.getValue(), wanted.now()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((UUID id) -> wanted.sort().keyOf(views.get(id), wanted.now()))
                        .reversed())
                .toList();
    }

    public void run(String statement, Object... values) {
        run(statement, Tuple.wrap(values));
    }

    private void store(RandomValues random) {
        run("insert into workspace (id, name) values ($1, 'random')", Tuple.of(workspace));
        run("insert into change_head (workspace_id) values ($1)", Tuple.of(workspace));
        var role = Ids.next();
        run(
                "insert into role (workspace_id, id, name, chat_access) values ($1, $2, 'r', 'ALL')",
                Tuple.of(workspace, role));
        users.forEach(user -> run(
                "insert into workspace_user (workspace_id, id, subject, name, role_id) values ($1, $2, $3, 'u', $4)",
                Tuple.of(workspace, user, user.toString(), role)));
        insertNamed("team", teams);
        insertNamed("inbox", inboxes);
        insertNamed("tag", tags);
        run(
                "insert into plugin (workspace_id, id, name, waba_id, app_secrets, verify_token, access_token)"
                        + " values ($1, $1, 'p', 'w', array[''::bytea], '', '')",
                Tuple.of(workspace));
        numbers()
                .forEach(number -> run(
                        "insert into business_number"
                                + " (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone)"
                                + " values ($1, $2, $1, $2, $3, '+1')",
                        Tuple.of(workspace, number, number.toString())));
        ATTRIBUTES.forEach(attribute -> run(
                NEW_ATTRIBUTE,
                Tuple.of(
                        workspace,
                        UUID.fromString(attribute.id()),
                        attribute.key(),
                        attribute.type().name(),
                        new JsonArray(attribute.options().stream()
                                .map(option -> JsonObject.of(
                                        "key", option.key(), "label", option.label(), "retired", option.retired()))
                                .toList()))));
        for (int i = 0; i < 250; i++) {
            chat(random);
        }
        var ids = ids("select id from chat where workspace_id = $1", Tuple.of(workspace));
        stream(FullChatRows.BY_ID, Tuple.of(workspace, ids.toArray(UUID[]::new)))
                .map(row -> FullChatRows.chat(row, NOW))
                .forEach(full -> {
                    facts.put(full.entry().id(), ChatFacts.of(full));
                    views.put(full.entry().id(), full.entry().view());
                });
    }

    private void chat(RandomValues random) {
        var id = Ids.next();
        var values = new ArrayList<Object>(List.of(workspace, id, Ids.next(), random.one(RandomValues.NAMES)));
        values.add(random.perhaps(random.one(RandomValues.PHONES)));
        values.add(random.one(numbers()));
        values.add(random.perhaps(random.time()));
        values.add(random.one(inboxes));
        values.add(random.one(List.of("OPEN", "SNOOZED", "CLOSED")));
        values.add(random.perhaps(random.one(users)));
        values.add(random.perhaps(random.one(teams)));
        values.add(random.below(4));
        values.add(random.below(5) == 0);
        values.add(random.time());
        values.add(random.perhaps(random.time()));
        values.add(random.perhaps(random.time()));
        values.add(random.time());
        values.add(random.perhaps(random.one(RandomValues.NAMES)));
        values.add(random.contactAttributes());
        values.add(random.time());
        values.add(random.referral());
        run(NEW_CHAT, Tuple.from(values));
        tags.stream()
                .filter(_ -> random.below(3) == 0)
                .forEach(tag -> run(
                        "insert into chat_tag select workspace_id, id, $3, last_activity_at from chat"
                                + " where workspace_id = $1 and id = $2",
                        Tuple.of(workspace, id, tag)));
        ATTRIBUTES.stream().filter(_ -> random.below(3) > 0).forEach(attribute -> {
            var columns = Tuple.of(workspace, id, UUID.fromString(attribute.id()));
            random.ofAttribute(attribute.type(), users).forEach(columns::addValue);
            run(NEW_VALUE, columns);
        });
        for (int seq = 1; seq <= random.below(5); seq++) {
            message(random, id, seq);
        }
    }

    private void message(RandomValues random, UUID chat, int seq) {
        var out = random.one(true, false);
        var status = out ? random.one(DeliveryStatus.values()).name() : null;
        var failure = "FAILED".equals(status) ? JsonObject.of("code", random.one(RandomValues.FAILURES)) : null;
        var values = Tuple.of(workspace, chat, Ids.next(), seq);
        Stream.of(out ? "OUTGOING" : "INCOMING", random.time()).forEach(values::addValue);
        values.addValue(status).addValue(failure).addValue(out ? random.perhaps(random.one(users)) : null);
        run(NEW_MESSAGE, values);
    }

    /// Some inboxes have a business number of the same id.
    private List<UUID> numbers() {
        return inboxes.subList(0, 2);
    }

    private void insertNamed(String table, List<UUID> ids) {
        ids.forEach(id -> run(
                "insert into " + table + " (workspace_id, id, name) values ($1, $2, $3)",
                Tuple.of(workspace, id, id.toString())));
    }

    private Stream<Row> stream(String query, Tuple values) {
        var rows = pool.preparedQuery(query).execute(values).await().atMost(Duration.ofSeconds(30));
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private void run(String statement, Tuple values) {
        stream(statement, values).close();
    }

    private static List<UUID> some(int count) {
        return Stream.generate(Ids::next).limit(count).toList();
    }
}
