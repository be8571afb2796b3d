package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.simulator.graph.door.Param;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The message templates of the simulated account.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class Templates {

    private final List<Template> templates;

    Templates(ObjectMapper json) {
        try (var stream = Templates.class.getResourceAsStream("/simulator/message-templates.json")) {
            this.templates = StreamSupport.stream(json.readTree(stream).spliterator(), false)
                    .map(Template::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The templates cannot be read", e);
        }
    }

    List<Template> all() {
        return templates;
    }

    Optional<Template> withId(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    Optional<Template> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.is(name, language))
                .findFirst();
    }

    /// What a template message is charged as.
    String category(Param message) {
        var language = message.node().path("language").path("code").asText();
        return find(message.node().path("name").asText(), language)
                .map(Template::category)
                .orElse("service");
    }
}
