package dev.sharedinbox.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.testing.Phones;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages that customers change or take back.
@QuarkusTest
class AmendedSearchTest {

    private static final long NOW = Instant.now().getEpochSecond() - 600;

    @Inject
    Database database;

    @Inject
    SearchDriver driver;

    private final String mark = SearchDriver.word();
    private final String phone = Phones.next();

    @ParameterizedTest
    @ValueSource(strings = {"m e f", "m f e", "e m f", "e f m", "f e m", "f m e", "m e m f e", "f m f"})
    void editedMessage_isFoundByItsNewestTextOnly_inWhateverOrderItsEditsCome(String order) {
        // Given
        var posts = Map.of(
                "m", text("former"),
                "e", edit("e", 10, "between"),
                "f", edit("f", 20, "later"));

        // When
        post(order, posts);

        // Then
        var message = message();
        assertThat(driver.found("later " + mark)).containsExactly(message.toString());
        assertThat(driver.found("former " + mark)).isEmpty();
        assertThat(driver.found("between " + mark)).isEmpty();
        assertThat(driver.keeps(message, "later")).isTrue();
        assertThat(driver.keeps(message, "former")).isFalse();
        assertThat(driver.keeps(message, "between")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m r", "r m", "m e r", "m r e", "r m e", "r e m", "e m r", "e r m", "m r m"})
    void revokedMessage_isNotFound_inWhateverOrderItsEditsCome(String order) {
        // Given
        var posts = Map.of(
                "m", text("former"),
                "e", edit("e", 10, "later"),
                "r", amended("r", 5, Meta.revokeOf(id("m"))));

        // When
        post(order, posts);

        // Then
        assertThat(driver.found(mark)).isEmpty();
        assertThat(database.run("select from message_words where message_id = $1", message()))
                .isEmpty();
    }

    /// The words that are kept lag behind; nobody is shown what a message said before.
    @Test
    void formerText_isNotFoundFromTheVeryMomentOn() {
        // Given
        post("m", Map.of("m", text("former")));
        assertThat(driver.found("former " + mark)).hasSize(1);

        try (var _ = RowLock.on("select from message_search where workspace_id = ? for update", DemoIds.WORKSPACE)) {
            // When
            Meta.post(edit("e", 10, "later")).then().statusCode(200);

            // Then
            assertThat(driver.keeps(message(), "former")).isTrue();
            assertThat(hits("former " + mark)).isEmpty();

            // When
            Meta.post(amended("r", 20, Meta.revokeOf(id("m")))).then().statusCode(200);

            // Then
            assertThat(hits(mark)).isEmpty();
        }
    }

    /// What was said is findable, and so has to be forgotten, before the next post comes.
    private void post(String order, Map<String, JsonObject> posts) {
        for (var name : order.split(" ")) {
            Meta.post(posts.get(name)).then().statusCode(200);
            driver.indexed();
        }
    }

    private static List<String> hits(String search) {
        return SearchDriver.ids(SearchDriver.search("maya", Map.of("search", search)));
    }

    private UUID message() {
        return database.run("select id from message where provider_message_id = $1", id("m"))
                .getFirst()
                .getUUID("id");
    }

    private JsonObject text(String text) {
        return Meta.body(Meta.messages(Meta.text(phone, id("m"), NOW, text + " " + mark)));
    }

    private JsonObject edit(String id, int later, String text) {
        return amended(id, later, Meta.editOf(id("m"), text + " " + mark));
    }

    private JsonObject amended(String id, int later, JsonObject how) {
        return Meta.body(Meta.messages(Meta.text(phone, id(id), NOW + later, "").mergeIn(how)));
    }

    private String id(String name) {
        return "wamid.sought-" + phone + "-" + name;
    }
}
