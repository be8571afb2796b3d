package dev.sharedinbox.chat.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Chats get values of every type, all of them or none.
@QuarkusTest
class AttributeValuesTest extends AttributeScene {

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

    private long updates() {
        return Database.count(
                "select count(*) from change where type = 'chat.updated' and chat_id = ?::uuid", chat.id());
    }
}
