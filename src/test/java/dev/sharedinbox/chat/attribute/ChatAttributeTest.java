package dev.sharedinbox.chat.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Attributes are defined, listed, filtered by, retired and deleted.
@QuarkusTest
class ChatAttributeTest extends AttributeScene {

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
}
