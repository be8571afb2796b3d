package dev.sharedinbox.chat.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.TagKeeper;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagManagementTest {

    private TagKeeper maya;
    private final String name = "Tag " + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        maya = TagKeeper.called("maya");
    }

    @Test
    void newTag_isListedAndToldToEverybody() {
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var made =
                    maya.create(Map.of("name", "  " + name + " ", "colour", "#1ABC9C", "description", "For friends"));

            // Then
            assertThat(made.userErrorCodes("createTag")).isEmpty();
            assertThat(made.<Map<String, Object>>get("createTag.tag"))
                    .containsEntry("name", name)
                    .containsEntry("colour", "#1abc9c")
                    .containsEntry("description", "For friends");
            assertThat(maya.names()).contains(name);
            var told = jonas.expectEvent("tag.updated");
            assertThat(told.getString("tagId")).isEqualTo(made.text("createTag.tag.id"));
            assertThat(told.getJsonObject("tag").getString("name")).isEqualTo(name);
        }
    }

    @Test
    void nameInAnotherCase_isTaken() {
        // Given
        var first = maya.creates(name);
        var second = maya.creates(name + " 2");

        // Then
        assertThat(maya.create(Map.of("name", name.toUpperCase())).userErrorCodes("createTag"))
                .containsExactly("CONFLICT");
        assertThat(maya.update(Map.of("tagId", second, "name", name.toLowerCase()))
                        .userErrorCodes("updateTag"))
                .containsExactly("CONFLICT");
        assertThat(maya.update(Map.of("tagId", first, "name", name.toLowerCase()))
                        .userErrorCodes("updateTag"))
                .isEmpty();
    }

    @Test
    void oddInput_isRefusedWithItsPlace() {
        assertThat(maya.create(Map.of("name", " ")).<List<List<String>>>get("createTag.errors.path"))
                .containsExactly(List.of("input", "name"));
        assertThat(maya.create(Map.of("name", "x".repeat(51))).userErrorCodes("createTag"))
                .containsExactly("INVALID_INPUT");
        assertThat(maya.create(Map.of("name", name, "colour", "red")).<List<List<String>>>get("createTag.errors.path"))
                .containsExactly(List.of("input", "colour"));
        assertThat(maya.update(Map.of("tagId", UUID.randomUUID().toString())).userErrorCodes("updateTag"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void update_changesWhatIsGiven() {
        // Given
        var tag = maya.create(Map.of("name", name, "description", "Old")).text("createTag.tag.id");
        var clear = new HashMap<String, Object>(Map.of("tagId", tag));
        clear.put("description", null);

        // When
        var recoloured = maya.update(Map.of("tagId", tag, "colour", "#000000"));
        var cleared = maya.update(clear);

        // Then
        assertThat(recoloured.<Map<String, Object>>get("updateTag.tag"))
                .containsEntry("colour", "#000000")
                .containsEntry("description", "Old");
        assertThat(cleared.<Map<String, Object>>get("updateTag.tag"))
                .containsEntry("name", name)
                .containsEntry("description", null);
    }

    @Test
    void sameAgain_tellsNobody() {
        // Given
        var tag = maya.creates(name);
        var before = told(tag);

        // When
        assertThat(maya.update(Map.of("tagId", tag, "name", name)).userErrorCodes("updateTag"))
                .isEmpty();

        // Then
        assertThat(told(tag)).isEqualTo(before);
    }

    @Test
    void deletedTag_leavesAllItsChatsAndLiveListsFollow() {
        // Given
        var tag = maya.creates(name);
        var chats = Stream.generate(CustomerChat::begun).limit(5).toList();
        chats.forEach(chat -> assertThat(maya.tags(chat, tag)).isEmpty());
        var filter =
                JsonObject.of("rule", JsonObject.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag)));
        try (var omar = LiveSession.as("omar")
                        .hello()
                        .subscribeToList("l", filter)
                        .expectCaughtUp();
                var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var deleted = maya.delete(tag);

            // Then
            assertThat(deleted.userErrorCodes("deleteTag")).isEmpty();
            assertThat(maya.names()).doesNotContain(name);
            assertThat(jonas.expectEvent("tag.deleted").getString("tagId")).isEqualTo(tag);
            chats.forEach(_ -> omar.expectEvent("chatList.left"));
        }
        await().untilAsserted(() -> assertThat(Database.count("select count(*) from tag where id = ?::uuid", tag))
                .isZero());
        assertThat(chats).allSatisfy(chat -> assertThat(shown(chat)).isEmpty());
        assertThat(maya.tags(chats.getFirst(), tag)).containsExactly("NOT_FOUND");
        assertThat(maya.delete(tag).userErrorCodes("deleteTag")).containsExactly("NOT_FOUND");
    }

    @Test
    void nameOfADeletedTag_isFree() {
        // Given
        assertThat(maya.delete(maya.creates(name)).userErrorCodes("deleteTag")).isEmpty();

        // Then
        assertThat(maya.create(Map.of("name", name)).userErrorCodes("createTag"))
                .isEmpty();
    }

    @Test
    void workspaceWith500Tags_takesNoMore() {
        // Given
        var filler = "Filler " + UUID.randomUUID();
        database.run("""
                insert into tag (workspace_id, id, name)
                select u.workspace_id, gen_random_uuid(), left($1, 40) || n
                from workspace_user u cross join generate_series(1, 500) n where u.name = 'Zoe'
                """, filler);
        try {
            // When
            var refused = TagKeeper.called("zoe").create(Map.of("name", name));

            // Then
            assertThat(refused.userErrorCodes("createTag")).containsExactly("INVALID_INPUT");
        } finally {
            database.run("delete from tag where name like left($1, 40) || '%'", filler);
        }
    }

    @Test
    void withoutThePermission_nothingHappens() {
        // Given
        var tag = maya.creates(name);
        var lena = TagKeeper.called("lena");

        // Then
        assertThat(lena.create(Map.of("name", name + "x")).userErrorCodes("createTag"))
                .containsExactly("FORBIDDEN");
        assertThat(lena.delete(tag).userErrorCodes("deleteTag")).containsExactly("FORBIDDEN");
        assertThat(lena.update(Map.of("tagId", tag)).userErrorCodes("updateTag"))
                .containsExactly("FORBIDDEN");
        assertThat(maya.names()).contains(name);
    }

    @Test
    void tagOfAnotherWorkspace_doesNotExist() {
        // Given
        var tag = maya.creates(name);

        // Then
        assertThat(TagKeeper.called("zoe").delete(tag).userErrorCodes("deleteTag"))
                .containsExactly("NOT_FOUND");
        assertThat(maya.names()).contains(name);
    }

    private List<Object> shown(CustomerChat chat) {
        return maya.api()
                .query("query ($id: ID!) { chat(id: $id) { tags { id } } }", Map.of("id", chat.id()))
                .list("chat.tags");
    }

    private static long told(String tag) {
        return Database.count("select count(*) from change where detail ->> 'tagId' = ?", tag);
    }
}
