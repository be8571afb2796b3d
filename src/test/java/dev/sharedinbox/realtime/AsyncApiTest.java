package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.MessageView;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.bulk.BulkJobView;
import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatRuleInput;
import dev.sharedinbox.chat.list.ChatSort;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.realtime.list.ListMove;
import dev.sharedinbox.realtime.presence.Doing;
import dev.sharedinbox.space.SpaceCountView;
import dev.sharedinbox.team.Permission;
import dev.sharedinbox.team.UserView;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Holds what `asyncapi.yml` says of `/ws/v1` equal to the code, both ways. After a change of what chats and messages
/// carry, `./mvnw test -Dtest=AsyncApiTest -Dasyncapi.update=true` writes that part of the file anew; the rest is by
/// hand.
class AsyncApiTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/resources/ws/v1/asyncapi.yml");
    private static final String BORDER = "    # What events carry.";
    private static final ObjectMapper YAML = new YAMLMapper()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES);
    /// What the server insists on although its records, which must hold any frame, do not.
    private static final Map<String, Set<String>> INSISTED = Map.of(
            "subscribe", Set.of("id", "topic"),
            "unsubscribe", Set.of("id"),
            "token", Set.of("token"),
            "typing", Set.of("chatId", "on"));

    private final JsonNode file = read();

    @Test
    void whatEventsCarry_isWhatTheRecordsSay() throws IOException {
        var carried = RecordSchemas.of(
                ChatView.class,
                MessageView.class,
                AccountEventView.class,
                NumberJson.class,
                UserView.class,
                TagView.class,
                ChatAttributeView.class,
                BulkJobView.class,
                SpaceCountView.class,
                ErrorCode.class,
                Permission.class,
                FilterOperator.class);
        if (Boolean.getBoolean("asyncapi.update")) {
            write(carried);
        }

        assertThat(read(carriedPart())).isEqualTo(YAML.valueToTree(carried));
    }

    @Test
    void clientFrames_areThoseOfTheFile() {
        var frames = frames(ClientFrame.class);

        assertThat(messagesOf("say")).isEqualTo(frames.keySet());
        frames.forEach((type, record) -> assertThat(payload(type))
                .as(type)
                .isEqualTo(Shape.of(
                        type,
                        record,
                        component -> INSISTED.getOrDefault(type, Set.of()).contains(component.getName()))));
    }

    @Test
    void serverFrames_areThoseOfTheFile() {
        var frames = frames(ServerFrame.class);

        assertThat(messagesOf("hear")).isEqualTo(frames.keySet());
        frames.forEach((type, record) -> assertThat(payload(type))
                .as(type)
                .isEqualTo(Shape.of(type, record, component -> !RecordSchemas.isNullable(component))));
    }

    @Test
    void everyFrame_isListedInTheChannelAndNoOther() {
        var both = new TreeSet<>(messagesOf("say"));
        both.addAll(messagesOf("hear"));

        assertThat(names(file.at("/channels/live/messages"))).isEqualTo(both);
        assertThat(names(file.at("/components/messages"))).isEqualTo(both);
    }

    @Test
    void nestedRecords_areThoseOfTheFile() {
        Map.of(
                        "Limits",
                        ServerFrame.Limits.class,
                        "Viewer",
                        ServerFrame.Who.class,
                        "ChatFilter",
                        ChatFilterInput.class,
                        "ChatRule",
                        ChatRuleInput.class)
                .forEach((name, record) -> assertThat(Shape.of(schema(name)))
                        .as(name)
                        .isEqualTo(Shape.of(record, component -> !RecordSchemas.isNullable(component))));
    }

    @Test
    void eventTypes_areTheWordsOfTheCode() {
        var words = Stream.of(
                        // What changes a viewer's access ends subscriptions instead; of the unknown nobody is told.
                        Arrays.stream(ChangeType.values())
                                .filter(type -> type != ChangeType.ACCESS_CHANGED && type != ChangeType.UNKNOWN)
                                .map(ChangeType::word),
                        Stream.of(EventJson.CHAT_LEFT, LiveItem.Counted.ALL, LiveItem.Counted.CHANGED),
                        Arrays.stream(ListMove.values()).map(ListMove::word),
                        Arrays.stream(Doing.values()).map(Doing::word))
                .flatMap(Function.identity())
                .sorted()
                .toList();

        assertThat(events().flatMap(event -> words(event.at("/properties/type/enum")))
                        .sorted())
                .isEqualTo(words);
    }

    @Test
    void eventsOfTheLog_haveTheFieldsOfTheirRecord() {
        var ofLog = Arrays.stream(ChangeType.values()).map(ChangeType::word).collect(Collectors.toSet());
        var fields = new TreeMap<String, JsonNode>();
        events().filter(event ->
                        ofLog.contains(event.at("/properties/type/enum/0").asText()))
                .forEach(event -> fields.putAll(Shape.of(event).fields()));

        assertThat(fields).isEqualTo(Shape.of(EventJson.class, _ -> true).fields());
    }

    /// An unquoted comma in a text makes a word of what follows, which stands for nothing.
    @Test
    void everyWord_standsForSomething() {
        assertThat(emptyWords(file)).isEmpty();
    }

    @Test
    void words_areThoseOfTheCode() {
        assertThat(words(file.at("/components/messages/resync/payload/properties/reason/enum")))
                .containsExactlyElementsOf(names(ResyncReason.values()));
        assertThat(words(file.at("/components/messages/subscribe/payload/properties/sort/enum")))
                .containsExactlyElementsOf(names(ChatSort.values()));
    }

    @Test
    void closeCodes_areThoseOfTheCode() {
        var codes = StreamSupport.stream(file.at("/channels/live/x-close-codes").spliterator(), false)
                .collect(Collectors.toMap(
                        code -> code.get("code").asInt(),
                        code -> code.get("reason").asText()));

        assertThat(codes)
                .isEqualTo(Arrays.stream(CloseCode.values())
                        .map(CloseCode::reason)
                        .collect(Collectors.toMap(reason -> reason.getCode(), reason -> reason.getMessage())));
    }

    @Test
    void limits_areTheDefaults() throws NoSuchMethodException {
        for (var limit : names(file.at("/components/schemas/Limits/properties"))) {
            var setting = LiveConfig.Limits.class.getDeclaredMethod(limit).getAnnotation(WithDefault.class);
            assertThat(schema("Limits").at("/properties/" + limit + "/default").asText())
                    .as(limit)
                    .isEqualTo(setting.value());
        }
    }

    /// What a schema says that clients rely on: which fields there are, of what type, and which of them are always
    /// there.
    private record Shape(Map<String, JsonNode> fields, Set<String> required) {

        static Shape of(JsonNode schema) {
            var fields = new TreeMap<String, JsonNode>();
            schema.get("properties").properties().forEach(field -> fields.put(field.getKey(), type(field.getValue())));
            return new Shape(fields, words(schema.path("required")).collect(Collectors.toCollection(TreeSet::new)));
        }

        static Shape of(Class<?> record, java.util.function.Predicate<RecordComponent> isRequired) {
            var fields = new TreeMap<String, JsonNode>();
            var required = new TreeSet<String>();
            for (var component : record.getRecordComponents()) {
                fields.put(component.getName(), type(YAML.valueToTree(RecordSchemas.of(component))));
                if (isRequired.test(component)) {
                    required.add(component.getName());
                }
            }
            return new Shape(fields, required);
        }

        static Shape of(String type, Class<?> record, java.util.function.Predicate<RecordComponent> isRequired) {
            var shape = of(record, isRequired);
            shape.fields().put("type", YAML.valueToTree(Map.of("type", "string")));
            shape.required().add("type");
            return shape;
        }

        private static JsonNode type(JsonNode schema) {
            var type = YAML.createObjectNode();
            Stream.of("type", "$ref", "items").filter(schema::has).forEach(word -> type.set(word, schema.get(word)));
            return type;
        }
    }

    private static Stream<String> emptyWords(JsonNode part) {
        return Stream.concat(
                part.properties().stream()
                        .filter(word -> word.getValue().isNull())
                        .map(Map.Entry::getKey),
                StreamSupport.stream(part.spliterator(), false).flatMap(AsyncApiTest::emptyWords));
    }

    private Shape payload(String type) {
        var payload = file.at("/components/messages/" + type + "/payload");
        assertThat(payload.at("/properties/type/const").asText()).isEqualTo(type);
        return Shape.of(payload);
    }

    private JsonNode schema(String name) {
        return file.at("/components/schemas/" + name);
    }

    private Stream<JsonNode> events() {
        return StreamSupport.stream(schema("Event").get("oneOf").spliterator(), false)
                .map(reference -> file.at(reference.get("$ref").asText().substring(1)));
    }

    private Set<String> messagesOf(String operation) {
        return StreamSupport.stream(
                        file.at("/operations/" + operation + "/messages").spliterator(), false)
                .map(reference -> reference.get("$ref").asText().replaceAll(".*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Class<?>> frames(Class<?> kind) {
        var frames = new TreeMap<String, Class<?>>();
        for (var frame : kind.getAnnotation(JsonSubTypes.class).value()) {
            frames.put(frame.name(), frame.value());
        }
        assertThat(Stream.of(kind.getPermittedSubclasses()).filter(type -> type != ClientFrame.Unknown.class))
                .containsAll(frames.values())
                .allMatch(type -> frames.containsValue(type) || isPart(type));
        return frames;
    }

    private static boolean isPart(Class<?> type) {
        return !ClientFrame.class.isAssignableFrom(type) && !ServerFrame.class.isAssignableFrom(type);
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static Stream<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode read() {
        try {
            return YAML.readTree(FILE.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }

    private static String carriedPart() throws IOException {
        var text = Files.readString(FILE);
        return text.substring(text.indexOf(BORDER)).stripIndent();
    }

    private static void write(Map<String, Map<String, Object>> carried) throws IOException {
        var byHand = Files.readString(FILE).lines().takeWhile(line -> !line.startsWith(BORDER));
        var written = YAML.writeValueAsString(carried).indent(4);
        var border = BORDER + " From here on the file is written by AsyncApiTest from the code.\n";
        Files.writeString(FILE, byHand.collect(Collectors.joining("\n", "", "\n")) + border + written);
    }
}
