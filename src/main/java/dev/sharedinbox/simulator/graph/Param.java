package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A part of a call's body, read strictly: what is missing or has a wrong form refuses the call and names the place as
/// Meta does, for example `interactive['body']['text']`.
record Param(JsonNode node, String path) {

    /// The body as a whole.
    static Param body(JsonNode node) {
        if (!node.isObject()) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The body must be a JSON object.");
        }
        return new Param(node, "");
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    Param object(String field) {
        var child = child(field);
        if (child.node.isMissingNode()) {
            throw child.missing();
        }
        if (!child.node.isObject()) {
            throw child.invalid("must be an object");
        }
        return child;
    }

    Optional<Param> optionalObject(String field) {
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    @CanIgnoreReturnValue
    String text(String field, int max) {
        return optionalText(field, max).orElseThrow(() -> child(field).missing());
    }

    /// A text that is not empty, if it is there at all.
    Optional<String> optionalText(String field, int max) {
        if (!has(field)) {
            return Optional.empty();
        }
        var child = child(field);
        var length = child.node.asText().codePointCount(0, child.node.asText().length());
        if (!child.node.isTextual() || length == 0 || length > max) {
            throw child.invalid("must be a text of 1 to " + max + " characters");
        }
        return Optional.of(child.node.textValue());
    }

    /// One of the words in `allowed`.
    @CanIgnoreReturnValue
    String word(String field, List<String> allowed) {
        var text = text(field, 100);
        if (!allowed.contains(text)) {
            throw child(field).invalid("must be one of " + String.join(", ", allowed));
        }
        return text;
    }

    void number(String field, double least, double most) {
        if (!has(field)) {
            throw child(field).missing();
        }
        var value = node.get(field).asDouble(Double.NaN);
        if (!(value >= least && value <= most)) {
            throw child(field).invalid("must be a number from " + least + " to " + most);
        }
    }

    List<Param> list(String field, int least, int most) {
        var child = child(field);
        if (child.node.isMissingNode()) {
            throw child.missing();
        }
        if (!child.node.isArray() || child.node.size() < least || child.node.size() > most) {
            throw child.invalid("must be a list of " + least + " to " + most + " elements");
        }
        return IntStream.range(0, child.node.size())
                .mapToObj(index -> new Param(child.node.get(index), child.path + "[" + index + "]"))
                .toList();
    }

    /// Refuse the call unless this is a text that is not empty.
    void require() {
        if (node.isMissingNode()) {
            throw missing();
        }
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw invalid("must be a text");
        }
    }

    GraphRefusal invalid(String rule) {
        return new GraphRefusal(GraphCode.PARAMETER_VALUE, "Param " + path + " " + rule + ".");
    }

    Param child(String field) {
        var value = has(field) ? node.get(field) : MissingNode.getInstance();
        return new Param(value, path.isEmpty() ? field : path + "['" + field + "']");
    }

    GraphRefusal missing() {
        return new GraphRefusal(GraphCode.MISSING_PARAMETER, "The parameter " + path + " is required.");
    }
}
