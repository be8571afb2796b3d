package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.graph.door.Param;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// Whether a template message fits its template: it exists, may be sent, and every variable has its value.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class TemplateRules {

    private static final int MAX_VALUE = 1024;

    private final Templates templates;

    TemplateRules(Templates templates) {
        this.templates = templates;
    }

    void check(Param message) {
        var template =
                sendable(message.text("name", 512), message.object("language").text("code", 20));
        var components = message.has("components") ? message.list("components", 0, 20) : List.<Param>of();
        header(template, components);
        texts(template, "BODY", parameters(components, "body"));
        links(template, components);
    }

    private Template sendable(String name, String language) {
        var template = templates.find(name, language).orElseThrow(() -> unknown(name, language));
        return switch (template.status()) {
            case "APPROVED" -> template;
            case "PAUSED" ->
                throw new GraphRefusal(GraphCode.TEMPLATE_PAUSED, "The template is paused for low quality.");
            case "DISABLED" -> throw new GraphRefusal(GraphCode.TEMPLATE_DISABLED, "The template is disabled.");
            default -> throw unknown(name, language);
        };
    }

    private static void header(Template template, List<Param> components) {
        var values = parameters(components, "header");
        switch (template.headerFormat()) {
            case "", "TEXT" -> texts(template, "HEADER", values);
            default -> {
                var wanted = template.headerFormat().toLowerCase(Locale.ROOT);
                count("header", 1, values.size());
                if (!values.getFirst().path("type").asText().equals(wanted)
                        || !values.getFirst().path(wanted).isObject()) {
                    throw format("header: expected a parameter of type " + wanted);
                }
            }
        }
    }

    private static void texts(Template template, String component, List<JsonNode> values) {
        count(component.toLowerCase(Locale.ROOT), template.variables(component), values.size());
        for (var value : values) {
            var text = value.path("text").asText();
            if (text.isEmpty()) {
                throw format(component + ": a parameter has no text");
            }
            if (text.length() > MAX_VALUE) {
                throw new GraphRefusal(GraphCode.TEMPLATE_TOO_LONG, component + ": a parameter is too long");
            }
            var name = value.path("parameter_name").asText();
            if (template.hasNamedVariables() && !template.hasVariable(component, name)) {
                throw format(component + ": a parameter has no name of the template's variables");
            }
        }
    }

    private static void links(Template template, List<Param> components) {
        var given = components.stream()
                .map(Param::node)
                .filter(component -> component.path("type").asText().equalsIgnoreCase("button"))
                .filter(button -> button.path("sub_type").asText().equalsIgnoreCase("url"))
                .count();
        count("button", template.variableLinks(), given);
    }

    private static List<JsonNode> parameters(List<Param> components, String type) {
        return components.stream()
                .map(Param::node)
                .filter(component -> component.path("type").asText().equalsIgnoreCase(type))
                .flatMap(component ->
                        StreamSupport.stream(component.path("parameters").spliterator(), false))
                .toList();
    }

    private static void count(String component, long expected, long given) {
        if (expected != given) {
            throw new GraphRefusal(
                    GraphCode.TEMPLATE_PARAMETER_COUNT,
                    component + ": number of localizable_params (" + given
                            + ") does not match the expected number of params (" + expected + ")");
        }
    }

    private static GraphRefusal format(String details) {
        return new GraphRefusal(GraphCode.TEMPLATE_PARAMETER_FORMAT, details);
    }

    private static GraphRefusal unknown(String name, String language) {
        return new GraphRefusal(
                GraphCode.TEMPLATE_UNKNOWN, "template name (" + name + ") does not exist in " + language);
    }
}
