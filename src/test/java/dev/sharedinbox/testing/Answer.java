package dev.sharedinbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/// A GraphQL answer. Paths are Groovy paths below `data`, such as `chats.edges[0].node.id`.
public record Answer(JsonPath json) {

    /// The value at a path of an answer that must be free of errors.
    public <T> T get(String path) {
        assertThat(errors()).as("errors").isEmpty();
        return json.get("data." + path);
    }

    public String text(String path) {
        return get(path);
    }

    public int number(String path) {
        return this.<Number>get(path).intValue();
    }

    public <T> List<T> list(String path) {
        return get(path);
    }

    /// The top-level errors; empty when there are none.
    public List<Map<String, Object>> errors() {
        List<Map<String, Object>> errors = json.getList("errors");
        return errors == null ? List.of() : errors;
    }

    /// The codes of the top-level errors, in order.
    public List<String> errorCodes() {
        return errors().isEmpty() ? List.of() : json.getList("errors.extensions.code");
    }

    /// The codes of the user errors in a mutation's payload, such as `userErrorCodes("closeChat")`.
    public List<String> userErrorCodes(String mutation) {
        return get(mutation + ".errors.code");
    }
}
