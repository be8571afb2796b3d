package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatRuleInput;
import io.smallrye.config.WithDefault;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Holds what `asyncapi.yml` says of the frames, their limits and close codes equal to the code, both ways.
class AsyncApiFramesTest {

    /// What the server insists on although its records, which must hold any frame, do not.
    private static final Map<String, Set<String>> INSISTED = Map.of(
            "subscribe", Set.of("id", "topic"),
            "unsubscribe", Set.of("id"),
            "token", Set.of("token"),
            "typing", Set.of("chatId", "on"));

    private final AsyncApiFile file = AsyncApiFile.read();

    @Test
    void clientFrames_areThoseOfTheFile() {
        var frames = frames(ClientFrame.class);

        assertThat(file.messagesOf("say")).isEqualTo(frames.keySet());
        frames.forEach((type, record) -> assertThat(file.payload(type))
                .as(type)
                .isEqualTo(Shape.of(
                        type,
                        record,
                        component -> INSISTED.getOrDefault(type, Set.of()).contains(component.getName()))));
    }

    @Test
    void serverFrames_areThoseOfTheFile() {
        var frames = frames(ServerFrame.class);

        assertThat(file.messagesOf("hear")).isEqualTo(frames.keySet());
        frames.forEach((type, record) -> assertThat(file.payload(type))
                .as(type)
                .isEqualTo(Shape.of(type, record, component -> !RecordSchemas.isNullable(component))));
    }

    @Test
    void everyFrame_isListedInTheChannelAndNoOther() {
        var both = new TreeSet<>(file.messagesOf("say"));
        both.addAll(file.messagesOf("hear"));

        assertThat(AsyncApiFile.names(file.at("/channels/live/messages"))).isEqualTo(both);
        assertThat(AsyncApiFile.names(file.at("/components/messages"))).isEqualTo(both);
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
                .forEach((name, record) -> assertThat(Shape.of(file.schema(name)))
                        .as(name)
                        .isEqualTo(Shape.of(record, component -> !RecordSchemas.isNullable(component))));
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
        for (var limit : AsyncApiFile.names(file.at("/components/schemas/Limits/properties"))) {
            var setting = SocketConfig.Limits.class.getDeclaredMethod(limit).getAnnotation(WithDefault.class);
            assertThat(file.schema("Limits")
                            .at("/properties/" + limit + "/default")
                            .asText())
                    .as(limit)
                    .isEqualTo(setting.value());
        }
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
}
