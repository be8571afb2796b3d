package dev.sharedinbox.simulator.graph.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A part of a call's body, read strictly: what is missing or has a wrong form refuses the call and names the place as
/// Meta does, for example `interactive['body']['text']`.
public record Param(JsonNode node, String path) {

    /// The body as a whole.
    public static Param body(JsonNode node) {
        if (!node.isObject()) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The body must be a JSON object.");
        }
        return new Param(node, "");
    }

    /// Whether it has a field.
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /// The object in a field; fails with [GraphRefusal] when there is none.
    public Param object(String field) {
        var child = child(field);
        if (child.node.isMissingNode()) {
            throw child.missing();
        }
        if (!child.node.isObject()) {
            throw child.invalid("must be an object");
        }
        return child;
    }

    /// The object in a field, if there is one.
    public Optional<Param> optionalObject(String field) {
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    /// The text in a field, no longer than this many characters; fails with [GraphRefusal] else.
    @CanIgnoreReturnValue
    public String text(String field, int max) {
        return optionalText(field, max).orElseThrow(() -> child(field).missing());
    }

    /// A text that is not empty, if it is there at all.
    public Optional<String> optionalText(String field, int max) {
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
    public String word(String field, List<String> allowed) {
        var text = text(field, 100);
        if (!allowed.contains(text)) {
            throw child(field).invalid("must be one of " + String.join(", ", allowed));
        }
        return text;
    }

    /// Fail with [GraphRefusal] unless a field holds a number in these bounds.
    public void number(String field, double least, double most) {
        if (!has(field)) {
            throw child(field).missing();
        }
        var value = node.get(field).asDouble(Double.NaN);
        if (!(value >= least && value <= most)) {
            throw child(field).invalid("must be a number from " + least + " to " + most);
        }
    }

    /// The elements of the list in a field; fails with [GraphRefusal] when they are too few or too many.
    public List<Param> list(String field, int least, int most) {
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
    public void require() {
        if (node.isMissingNode()) {
            throw missing();
        }
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw invalid("must be a text");
        }
    }

    /// What is answered when it breaks a rule.
    public GraphRefusal invalid(String rule) {
        return new GraphRefusal(GraphCode.PARAMETER_VALUE, "Param " + path + " " + rule + ".");
    }

    /// What is in a field, whatever it is.
    public Param child(String field) {
        var value = has(field) ? node.get(field) : MissingNode.getInstance();
        return new Param(value, path.isEmpty() ? field : path + "['" + field + "']");
    }

    /// What is answered when it is needed and not there.
    public GraphRefusal missing() {
        return new GraphRefusal(GraphCode.MISSING_PARAMETER, "The parameter " + path + " is required.");
    }
}
