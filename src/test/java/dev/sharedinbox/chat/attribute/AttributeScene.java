package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.GraphQl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/// A chat, and somebody who defines attributes and sets them.
abstract class AttributeScene {

    final String key = "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    final List<Map<String, String>> colours =
            List.of(Map.of("key", "red", "label", "Red"), Map.of("key", "blue", "label", "Blue"));
    Agent maya;
    CustomerChat chat;

    @BeforeEach
    void begin() {
        maya = Agent.called("maya");
        chat = CustomerChat.begun();
    }

    Answer create(String type, Map<String, ?> more) {
        return create(key, type, more);
    }

    Answer create(String called, String type, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("key", called, "label", "My " + called, "type", type));
        input.putAll(more);
        return run(maya.api(), "createChatAttribute", input);
    }

    static Answer run(GraphQl api, String deed, Map<String, ?> input) {
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

    Answer set(CustomerChat on, List<Map<String, Object>> values) {
        return set(maya.api(), on, values);
    }

    static Answer set(GraphQl api, CustomerChat on, List<Map<String, Object>> values) {
        return api.query("""
                mutation ($input: SetChatAttributesInput!) {
                  setChatAttributes(input: $input) {
                    chat { attributes { key label type values number flag date dateTime user { name } } }
                    errors { code path message }
                  }
                }
                """, Map.of("input", Map.of("chatId", on.id(), "values", values)));
    }

    List<Map<String, Object>> attributes(CustomerChat of) {
        return maya.api()
                .query("query ($id: ID!) { chat(id: $id) { attributes { key label values } } }", Map.of("id", of.id()))
                .list("chat.attributes");
    }
}
