package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// `asyncapi.yml`, which describes `/ws/v1`.
final class AsyncApiFile {

    static final ObjectMapper YAML = new YAMLMapper()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES);

    private static final Path FILE = Path.of("src/main/resources/META-INF/resources/ws/v1/asyncapi.yml");
    private static final String BORDER = "    # What events carry.";

    private final JsonNode file;

    private AsyncApiFile(JsonNode file) {
        this.file = file;
    }

    static AsyncApiFile read() {
        try {
            return new AsyncApiFile(YAML.readTree(FILE.toFile()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What stands at a JSON pointer.
    JsonNode at(String pointer) {
        return file.at(pointer);
    }

    JsonNode schema(String name) {
        return file.at("/components/schemas/" + name);
    }

    /// What a frame of a type carries.
    Shape payload(String type) {
        var payload = file.at("/components/messages/" + type + "/payload");
        assertThat(payload.at("/properties/type/const").asText()).isEqualTo(type);
        return Shape.of(payload);
    }

    Stream<JsonNode> events() {
        return StreamSupport.stream(schema("Event").get("oneOf").spliterator(), false)
                .map(reference -> file.at(reference.get("$ref").asText().substring(1)));
    }

    Set<String> messagesOf(String operation) {
        return StreamSupport.stream(
                        file.at("/operations/" + operation + "/messages").spliterator(), false)
                .map(reference -> reference.get("$ref").asText().replaceAll(".*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Stream<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    /// The part that is written from the code, as it stands there.
    static JsonNode carriedPart() throws IOException {
        var text = Files.readString(FILE);
        return YAML.readTree(text.substring(text.indexOf(BORDER)).stripIndent());
    }

    /// Write that part anew.
    static void write(Map<String, Map<String, Object>> carried) throws IOException {
        var byHand = Files.readString(FILE).lines().takeWhile(line -> !line.startsWith(BORDER));
        var written = YAML.writeValueAsString(carried).indent(4);
        var border = BORDER + " From here on the file is written by AsyncApiTest from the code.\n";
        Files.writeString(FILE, byHand.collect(Collectors.joining("\n", "", "\n")) + border + written);
    }
}
