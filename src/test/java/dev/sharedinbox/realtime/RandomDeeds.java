package dev.sharedinbox.realtime;

import static dev.sharedinbox.testing.LiveSession.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveFixtures;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/// Random chats of one family, random lists of them and random things that people do to them.
public record RandomDeeds(LiveFixtures fixtures, Pool pool) {

    private static final int DEEDS = 20;

    /// Insert a chat; its id.
    String chat(Random random, String family, List<UUID> tags) {
        var border = Instant.now().minusSeconds(60).plusMillis(random.nextInt(8_000));
        var chat = ChatFixtures.chat()
                .name(family)
                .assignee(one(random, List.of(DemoIds.LENA, DemoIds.JONAS)))
                .waitingSince(border)
                .lastActivityAt(border)
                .sessionExpiresAt(border.plusSeconds(60))
                .unread(random.nextInt(2));
        return (random.nextBoolean() ? chat.tag(one(random, tags)) : chat).insert(pool);
    }

    /// A random filter over the chats of this test alone.
    static JsonObject filter(Random random, String family, List<UUID> tags, int depth) {
        return group("all", List.of(rule("contactName", "STARTS_WITH", family), part(random, tags, depth)));
    }

    private static JsonObject part(Random random, List<UUID> tags, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random, tags);
        }
        var parts = Stream.generate(() -> part(random, tags, depth - 1))
                .limit(1 + random.nextInt(2))
                .toList();
        return group(random.nextBoolean() ? "all" : "any", parts);
    }

    private static JsonObject leaf(Random random, List<UUID> tags) {
        var tag = one(random, tags).toString();
        return one(
                random,
                List.of(
                        rule("status", "EQ", "OPEN"),
                        rule("status", "NE", "OPEN"),
                        rule("assignee", "EQ", "ME"),
                        rule("assignee", "NE", "ME"),
                        rule("tags", "ANY_OF", tag),
                        rule("tags", "NONE_OF", tag),
                        rule("unread", "EQ", "true"),
                        rule("unreadCount", "GT", "1"),
                        rule("contactName", "CONTAINS", "ann"),
                        rule("waitingSince", "OLDER_THAN", "1m"),
                        rule("lastActivityAt", "WITHIN_LAST", "1m"),
                        rule("sessionState", "EQ", "OPEN"),
                        rule("lastOutgoingStatus", "EQ", "FAILED"),
                        rule("lastOutgoingStatus", "NE", "SENT"),
                        rule("lastFailureCode", "GT", "131000"),
                        rule("lastOutboundAt", "WITHIN_LAST", "1m"),
                        rule("closedAt", "ON", "TODAY"),
                        rule("participating", "EQ", "true"),
                        rule("contactAttributes.mood", "EQ", "good")));
    }

    private static JsonObject group(String word, List<JsonObject> parts) {
        return JsonObject.of(word, new JsonArray(parts));
    }

    /// Do some things to some of the chats, one after the other.
    void some(Random random, List<String> chats, List<UUID> tags) {
        for (int i = 0; i < DEEDS; i++) {
            write(random, one(random, chats), chats, one(random, tags).toString());
        }
    }

    private void write(Random random, String chat, List<String> chats, String tag) {
        switch (random.nextInt(14)) {
            case 0 -> does("closeChat", Map.of("chatId", chat));
            case 1 -> does("reopenChat", Map.of("chatId", chat));
            case 2, 3 -> assign(chat, one(random, new ArrayList<>(List.of(DemoIds.LENA, DemoIds.JONAS))));
            case 4 -> does("addChatTags", Map.of("chatId", chat, "tagIds", List.of(tag)));
            case 5 -> does("removeChatTags", Map.of("chatId", chat, "tagIds", List.of(tag)));
            case 6 -> does("markChatRead", Map.of("chatId", chat));
            case 7 -> does("markChatUnread", Map.of("chatId", chat));
            case 8 -> fixtures.message(UUID.fromString(chat), "Hello?");
            case 9 -> burst(chats);
            case 10, 11 -> fixtures.answer(UUID.fromString(chat), one(random, List.of(DemoIds.LENA, DemoIds.JONAS)));
            case 12 -> fixtures.fail(UUID.fromString(chat), one(random, List.of("131026", "OUTCOME_UNKNOWN")));
            case 13 -> noteMood(chat, one(random, List.of("good", "bad")));
            default -> throw new AssertionError();
        }
    }

    /// So much at once that what is at hand is outrun.
    private void burst(List<String> chats) {
        fixtures.append(chats.stream()
                .map(chat -> NewChange.chat(ChangeType.CHAT_UPDATED, UUID.fromString(chat)))
                .toList());
    }

    private static void noteMood(String chat, String mood) {
        var maya = GraphQl.as("maya");
        var contact = maya.query("query ($id: ID!) { chat(id: $id) { contact { id } } }", Map.of("id", chat))
                .text("chat.contact.id");
        var input = Map.of("contactId", contact, "attributes", Map.of("mood", mood));
        var noted = maya.query(
                "mutation ($input: UpdateContactInput!) { updateContact(input: $input) { errors { code } } }",
                Map.of("input", input));
        assertThat(noted.userErrorCodes("updateContact")).isEmpty();
    }

    private static void assign(String chat, UUID user) {
        var input = new HashMap<String, Object>();
        input.put("chatId", chat);
        input.put("userId", user.toString());
        does("assignChat", input);
    }

    private static void does(String deed, Map<String, ?> input) {
        assertThat(Agent.called("maya").does(deed, input).userErrorCodes(deed)).isEmpty();
    }

    public static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
