package dev.sharedinbox.realtime.socket;

import static dev.sharedinbox.testing.LiveSession.rule;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.NotifiedUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the server says and takes is what the `asyncapi.yml` that it serves says.
@QuarkusTest
class RecordedFramesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ObjectNode file = JSON.createObjectNode();

    @BeforeEach
    void fetch() throws IOException {
        var served = given().get("/ws/v1/asyncapi.yml").then().statusCode(200).extract();
        file = (ObjectNode) new YAMLMapper().readTree(served.asString());
        forbidMore(file.get("components"));
    }

    @Test
    void framesOfALiveSession_areAsTheFileSays() throws IOException {
        // Given
        var chat = CustomerChat.begun();
        var maya = Agent.called("maya");
        does(maya, "assignChat", chat, Map.of("userId", DemoIds.LENA.toString()));
        var frames = new ArrayList<JsonObject>();
        try (var lena = LiveSession.as("lena").notified().send("hello");
                var colleague = LiveSession.as("maya").hello()) {
            frames.add(lena.expect("welcome"));
            lena.subscribe("changes").subscribeToChat("chat", chat.id());
            lena.subscribeToList("list", rule("status", "EQ", "OPEN"));
            lena.send("subscribe", "id", "stale", "topic", "changes", "after", "rubbish");
            lena.send("subscribe", "id", "no such", "topic", "weather").send("ping");
            record(lena, frames, Set.of("caughtUp", "resync", "error", "pong"));

            // When
            colleague.typing(chat.id(), true).viewing(chat.id());
            record(lena, frames, Set.of("typing", "viewing"));
            chat.writesAgain();
            maya.sends(chat, "We are on it.");
            does(maya, "markChatRead", chat, Map.of());
            record(
                    lena,
                    frames,
                    Set.of(
                            "notification.created",
                            "message.created",
                            "message.status",
                            "chat.read",
                            "chatList.updated"));
            Agent.called("omar")
                    .api()
                    .query("mutation { setAvailability(input: {availability: AWAY}) { errors { code } } }");
            Agent.called("omar")
                    .api()
                    .query("mutation { setAvailability(input: {availability: AVAILABLE}) { errors { code } } }");
            does(maya, "closeChat", chat, Map.of());
            does(maya, "reopenChat", chat, Map.of());
            NotifiedUser.called("lena").wants("ALL");
            NotifiedUser.called("lena").wants("ASSIGNED");
            record(
                    lena,
                    frames,
                    Set.of(
                            "user.updated",
                            "notificationSettings.updated",
                            "chat.updated",
                            "chatList.left",
                            "chatList.entered"));
            does(maya, "assignChat", chat, Map.of("userId", DemoIds.JONAS.toString()));
            record(lena, frames, Set.of("chat.left"));
        }

        // Then
        for (var frame : frames) {
            assertThat(complaints(frame)).as(frame::encodePrettily).isEmpty();
        }
    }

    @Test
    void examplesOfClientFrames_areTaken() {
        try (var live = LiveSession.as("maya")) {
            live.send("hello").expect("welcome");
            var sent = new ArrayList<String>();
            for (var message : file.at("/operations/say/messages")) {
                var type = message.get("$ref").asText().replaceAll(".*/", "");
                for (var example : file.at("/components/messages/" + type + "/examples")) {
                    var frame = new JsonObject(example.get("payload").toString());
                    assertThat(complaints(frame)).as(type).isEmpty();
                    if (!type.equals("hello")) {
                        live.sendText(frame.encode());
                        sent.add(type);
                    }
                }
            }
            live.send("subscribe", "id", "the last", "topic", "weather");

            assertThat(sent).contains("subscribe", "unsubscribe", "ack", "ping", "viewing");
            assertThat(refusals(live)).isEqualTo("the last");
        }
    }

    @Test
    void frameThatIsOtherwise_isFound() {
        var frame = JsonObject.of("type", "pong", "more", 1);

        assertThat(complaints(frame)).isNotEmpty();
        assertThat(complaints(JsonObject.of("type", "progress", "id", "a"))).isNotEmpty();
    }

    /// Take frames until all of these kinds have come, by the type of the frame or of its event.
    private static void record(LiveSession live, List<JsonObject> frames, Set<String> kinds) {
        var missing = new TreeSet<>(kinds);
        while (!missing.isEmpty()) {
            var frame = live.next();
            assertThat(frame).as(missing::toString).isNotNull();
            frames.add(frame);
            missing.remove(frame.getString("type"));
            Optional.ofNullable(frame.getJsonObject("event"))
                    .ifPresent(event -> missing.remove(event.getString("type")));
        }
    }

    /// The subscription that the first refusal is about.
    private static String refusals(LiveSession live) {
        var frame = live.next();
        while (!frame.getString("type").equals("error")) {
            frame = live.next();
        }
        return frame.getString("id");
    }

    private List<String> complaints(JsonObject frame) {
        var schema = JSON.createObjectNode()
                .put("$ref", "#/components/messages/" + frame.getString("type") + "/payload")
                .set("components", file.get("components"));
        var validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema((JsonNode) schema);
        try {
            return validator.validate(JSON.readTree(frame.encode())).stream()
                    .map(complaint -> complaint.getMessage())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// For clients, more may come; here it would be something that the file does not say.
    private static void forbidMore(JsonNode part) {
        if (part instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        StreamSupport.stream(part.spliterator(), false).forEach(RecordedFramesTest::forbidMore);
    }

    private static void does(Agent agent, String deed, CustomerChat chat, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("chatId", chat.id());
        assertThat(agent.does(deed, input).userErrorCodes(deed)).isEmpty();
    }
}
