package dev.sharedinbox.chat.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatAttributeTest {

    private final String key =
            "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<Map<String, String>> colours =
            List.of(Map.of("key", "red", "label", "Red"), Map.of("key", "blue", "label", "Blue"));
    private Agent maya;
    private CustomerChat chat;

    @BeforeEach
    void begin() {
        maya = Agent.called("maya");
        chat = CustomerChat.begun();
    }

    @Test
    void newAttribute_isListedToldAndFilterable() {
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var made = create("ENUM", Map.of("options", colours, "required", true, "defaultValues", List.of("red")));

            // Then
            assertThat(made.userErrorCodes("createChatAttribute")).isEmpty();
            var told = jonas.expectEvent("attribute.updated");
            assertThat(told.getJsonObject("attribute").getString("key")).isEqualTo(key);
            assertThat(told.getString("attributeId")).isEqualTo(made.text("createChatAttribute.attribute.id"));
        }
        var field = maya
                .api()
                .query("{ chatFilterFields { name label type operators options { value label } } }")
                .<Map<String, Object>>list("chatFilterFields")
                .stream()
                .filter(candidate -> candidate.get("name").equals("attributes." + key))
                .findFirst()
                .orElseThrow();
        assertThat(field).containsEntry("type", "ENUM").containsEntry("label", "My " + key);
        assertThat(field.get("operators")).asString().contains("IS_EMPTY");
        assertThat(field.get("options")).asString().contains("Red");
        assertThat(GraphQl.as("zoe").query("{ chatAttributes { key } }").<String>list("chatAttributes.key"))
                .doesNotContain(key);
    }

    @Test
    void valuesOfEveryType_areKeptAndShown() {
        // Given
        var types = Map.ofEntries(
                Map.entry("TEXT", "Hello"),
                Map.entry("NUMBER", "2.50"),
                Map.entry("BOOLEAN", "true"),
                Map.entry("DATE", "2026-01-31"),
                Map.entry("DATETIME", "2026-01-31T09:30:00+01:00"),
                Map.entry("URL", "https://example.com/order/7"),
                Map.entry("EMAIL", "ana@example.com"),
                Map.entry("PHONE", "+1 (650) 555-0100"),
                Map.entry("USER", DemoIds.LENA.toString()));
        var values = new ArrayList<Map<String, Object>>();
        types.forEach((type, value) -> {
            var name = key + type.toLowerCase();
            assertThat(create(name, type, Map.of()).userErrorCodes("createChatAttribute"))
                    .isEmpty();
            values.add(Map.of("key", name, "value", value));
        });
        assertThat(create("MULTI_ENUM", Map.of("options", colours)).userErrorCodes("createChatAttribute"))
                .isEmpty();
        values.add(Map.of("key", key, "values", List.of("blue", "red", "blue")));

        // When
        var set = set(chat, values);

        // Then
        assertThat(set.<List<Object>>get("setChatAttributes.errors")).isEmpty();
        var shown = new HashMap<String, Map<String, Object>>();
        set.<Map<String, Object>>list("setChatAttributes.chat.attributes")
                .forEach(value -> shown.put(value.get("key").toString().substring(key.length()), value));
        assertThat(shown).hasSize(10);
        assertThat(shown.get("number")).containsEntry("values", List.of("2.5"));
        assertThat(shown.get("boolean")).containsEntry("flag", true);
        assertThat(shown.get("date")).containsEntry("date", "2026-01-31");
        assertThat(shown.get("datetime")).containsEntry("dateTime", "2026-01-31T08:30:00Z");
        assertThat(shown.get("phone")).containsEntry("values", List.of("+16505550100"));
        assertThat(shown.get("user").get("user")).isEqualTo(Map.of("name", "Lena"));
        assertThat(shown.get("")).containsEntry("values", List.of("red", "blue"));
    }

    @Test
    void wrongValues_areAllNamedAndNothingIsSet() {
        // Given
        create(key + "n", "NUMBER", Map.of());
        create(key + "u", "USER", Map.of());
        create(key + "t", "TEXT", Map.of());

        // When
        var set = set(
                chat,
                List.of(
                        Map.of("key", key + "t", "value", "fine"),
                        Map.of("key", key + "n", "value", "many"),
                        Map.of("key", key + "u", "value", DemoIds.ZOE.toString()),
                        Map.of("key", "nothing", "value", "x")));

        // Then
        assertThat(set.userErrorCodes("setChatAttributes"))
                .containsExactly("ATTRIBUTE_VALUE_INVALID", "ATTRIBUTE_VALUE_INVALID", "NOT_FOUND");
        assertThat(set.<List<List<String>>>get("setChatAttributes.errors.path"))
                .containsExactly(
                        List.of("input", "values", "1", "value"),
                        List.of("input", "values", "2", "value"),
                        List.of("input", "values", "3", "key"));
        assertThat(attributes(chat)).isEmpty();
    }

    @Test
    void sameValueAgain_tellsNobody_andNullTakesItAway() {
        // Given
        create("TEXT", Map.of());
        set(chat, List.of(Map.of("key", key, "value", "x")));
        var before = updates();
        set(chat, List.of(Map.of("key", key, "value", "x")));
        assertThat(updates()).isEqualTo(before);

        // When
        var cleared = set(chat, List.of(Map.of("key", key)));

        // Then
        assertThat(cleared.<List<Object>>get("setChatAttributes.chat.attributes"))
                .isEmpty();
        assertThat(updates()).isEqualTo(before + 1);
    }

    @Test
    void retiredOption_staysOnChatsAndCannotBeChosen() {
        // Given
        var id = create("ENUM", Map.of("options", colours)).text("createChatAttribute.attribute.id");
        set(chat, List.of(Map.of("key", key, "value", "red")));

        // When
        var changed = run(
                maya.api(),
                "updateChatAttribute",
                Map.of("attributeId", id, "label", "Renamed", "options", colours.subList(1, 2)));

        // Then
        assertThat(changed.<List<Boolean>>get("updateChatAttribute.attribute.options.retired"))
                .containsExactly(false, true);
        assertThat(attributes(chat).getFirst())
                .containsEntry("label", "Renamed")
                .containsEntry("values", List.of("red"));
        assertThat(found(rule("EQ", "red"))).containsExactly(chat.id());
        assertThat(set(CustomerChat.begun(), List.of(Map.of("key", key, "value", "red")))
                        .userErrorCodes("setChatAttributes"))
                .containsExactly("ATTRIBUTE_VALUE_INVALID");
    }

    @Test
    void liveListByAttribute_followsItsValues() {
        // Given
        create("NUMBER", Map.of());
        try (var omar = LiveSession.as("omar")
                .hello()
                .subscribeToList("l", JsonObject.mapFrom(rule("GT", "5")))
                .expectCaughtUp()) {
            // When
            set(chat, List.of(Map.of("key", key, "value", "7.5")));

            // Then
            assertThat(omar.expectEvent("chatList.entered").getString("chatId")).isEqualTo(chat.id());
            assertThat(found(rule("GT", "5"))).containsExactly(chat.id());
            set(chat, List.of(Map.of("key", key, "value", "5")));
            omar.expectEvent("chatList.left");
            assertThat(found(rule("GT", "5"))).isEmpty();
            assertThat(found(rule("EQ", "5.0"))).containsExactly(chat.id());
        }
    }

    @Test
    void deletedAttribute_isGoneFromChatsFiltersAndTables() {
        // Given
        var id = create("TEXT", Map.of()).text("createChatAttribute.attribute.id");
        set(chat, List.of(Map.of("key", key, "value", "x")));
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var deleted = run(maya.api(), "deleteChatAttribute", Map.of("attributeId", id));

            // Then
            assertThat(deleted.userErrorCodes("deleteChatAttribute")).isEmpty();
            assertThat(jonas.expectEvent("attribute.deleted").getString("attributeId"))
                    .isEqualTo(id);
        }
        assertThat(attributes(chat)).isEmpty();
        assertThat(chats(rule("EQ", "x")).errorCodes()).containsExactly("INVALID_FILTER");
        await().untilAsserted(
                        () -> assertThat(Database.count("select count(*) from chat_attribute where id = ?::uuid", id))
                                .isZero());
        assertThat(create("NUMBER", Map.of()).userErrorCodes("createChatAttribute"))
                .isEmpty();
    }

    @Test
    void badDefinitions_areRefused() {
        assertThat(create("Bad key", "TEXT", Map.of()).userErrorCodes("createChatAttribute"))
                .containsExactly("INVALID_INPUT");
        assertThat(create("ENUM", Map.of()).<List<List<String>>>get("createChatAttribute.errors.path"))
                .containsExactly(List.of("input", "options"));
        assertThat(create("NUMBER", Map.of("defaultValues", List.of("x")))
                        .<List<List<String>>>get("createChatAttribute.errors.path"))
                .containsExactly(List.of("input", "defaultValues"));
        create("TEXT", Map.of());
        assertThat(create("TEXT", Map.of()).userErrorCodes("createChatAttribute"))
                .containsExactly("CONFLICT");
    }

    @Test
    void access_isChecked() {
        // Given
        var id = create("TEXT", Map.of()).text("createChatAttribute.attribute.id");
        var lena = GraphQl.as("lena");

        // Then
        assertThat(run(lena, "deleteChatAttribute", Map.of("attributeId", id)).userErrorCodes("deleteChatAttribute"))
                .containsExactly("FORBIDDEN");
        assertThat(run(GraphQl.as("zoe"), "deleteChatAttribute", Map.of("attributeId", id))
                        .userErrorCodes("deleteChatAttribute"))
                .containsExactly("NOT_FOUND");
        assertThat(set(lena, chat, List.of(Map.of("key", key, "value", "x"))).userErrorCodes("setChatAttributes"))
                .containsExactly("NOT_FOUND");
    }

    private Answer create(String type, Map<String, ?> more) {
        return create(key, type, more);
    }

    private Answer create(String called, String type, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("key", called, "label", "My " + called, "type", type));
        input.putAll(more);
        return run(maya.api(), "createChatAttribute", input);
    }

    private static Answer run(GraphQl api, String deed, Map<String, ?> input) {
        var type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "Input";
        return api.query("""
                mutation ($input: %s!) {
                  %s(input: $input) {
                    attribute { id key label type required defaultValues options { key label retired } }
                    errors { code path }
                  }
                }
                """.formatted(type, deed), Map.of("input", input));
    }

    private Answer set(CustomerChat on, List<Map<String, Object>> values) {
        return set(maya.api(), on, values);
    }

    private static Answer set(GraphQl api, CustomerChat on, List<Map<String, Object>> values) {
        return api.query("""
                mutation ($input: SetChatAttributesInput!) {
                  setChatAttributes(input: $input) {
                    chat { attributes { key label type values number flag date dateTime user { name } } }
                    errors { code path message }
                  }
                }
                """, Map.of("input", Map.of("chatId", on.id(), "values", values)));
    }

    private List<Map<String, Object>> attributes(CustomerChat of) {
        return maya.api()
                .query("query ($id: ID!) { chat(id: $id) { attributes { key label values } } }", Map.of("id", of.id()))
                .list("chat.attributes");
    }

    private Map<String, Object> rule(String operator, String... values) {
        return Map.of("rule", Map.of("field", "attributes." + key, "operator", operator, "values", List.of(values)));
    }

    private List<String> found(Map<String, Object> filter) {
        return chats(filter).list("chats.edges.node.id");
    }

    private Answer chats(Map<String, Object> filter) {
        return maya.api()
                .query(
                        "query ($filter: ChatFilterInput) { chats(filter: $filter) { edges { node { id } } } }",
                        Map.of("filter", filter));
    }

    private long updates() {
        return Database.count(
                "select count(*) from change where type = 'chat.updated' and chat_id = ?::uuid", chat.id());
    }
}
