package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// A message template as Meta lists it.
record Template(JsonNode json) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^}]+}}");

    boolean is(String name, String language) {
        return text("name").equals(name) && text("language").equals(language);
    }

    String id() {
        return text("id");
    }

    String status() {
        return text("status");
    }

    String category() {
        return text("category").toLowerCase(Locale.ROOT);
    }

    boolean hasNamedVariables() {
        return text("parameter_format").equals("NAMED");
    }

    Optional<JsonNode> component(String type) {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .filter(component -> component.path("type").asText().equalsIgnoreCase(type))
                .findFirst();
    }

    /// The format of the header: `TEXT`, `IMAGE`, …; empty without a header.
    String headerFormat() {
        return component("HEADER")
                .map(header -> header.path("format").asText().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    /// How many different variables the text of the component has.
    long variables(String componentType) {
        return component(componentType)
                .map(component -> variablesIn(component.path("text").asText()))
                .orElse(0L);
    }

    boolean hasVariable(String componentType, String name) {
        return component(componentType)
                .map(component -> component.path("text").asText())
                .filter(text -> text.contains("{{" + name + "}}"))
                .isPresent();
    }

    /// How many buttons have a link that ends in a variable, and so need a parameter.
    long variableLinks() {
        var buttons = component("BUTTONS").map(component -> component.path("buttons"));
        return buttons.map(list -> StreamSupport.stream(list.spliterator(), false)
                        .filter(button -> variablesIn(button.path("url").asText()) > 0)
                        .count())
                .orElse(0L);
    }

    String text(String field) {
        return json.path(field).asText();
    }

    private static long variablesIn(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .count();
    }
}
