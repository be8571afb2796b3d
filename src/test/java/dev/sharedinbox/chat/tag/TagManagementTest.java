package dev.sharedinbox.chat.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.LiveSession;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagManagementTest {

    private Agent maya;
    private final String name = "Tag " + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        maya = Agent.called("maya");
    }

    @Test
    void newTag_isListedAndToldToEverybody() {
        try (var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var made = create(Map.of("name", "  " + name + " ", "colour", "#1ABC9C", "description", "For friends"));

            // Then
            assertThat(made.userErrorCodes("createTag")).isEmpty();
            assertThat(made.<Map<String, Object>>get("createTag.tag"))
                    .containsEntry("name", name)
                    .containsEntry("colour", "#1abc9c")
                    .containsEntry("description", "For friends");
            assertThat(names()).contains(name);
            var told = jonas.expectEvent("tag.updated");
            assertThat(told.getString("tagId")).isEqualTo(made.text("createTag.tag.id"));
            assertThat(told.getJsonObject("tag").getString("name")).isEqualTo(name);
        }
    }

    @Test
    void nameInAnotherCase_isTaken() {
        // Given
        var first = created(name);
        var second = created(name + " 2");

        // Then
        assertThat(create(Map.of("name", name.toUpperCase())).userErrorCodes("createTag"))
                .containsExactly("CONFLICT");
        assertThat(update(Map.of("tagId", second, "name", name.toLowerCase())).userErrorCodes("updateTag"))
                .containsExactly("CONFLICT");
        assertThat(update(Map.of("tagId", first, "name", name.toLowerCase())).userErrorCodes("updateTag"))
                .isEmpty();
    }

    @Test
    void oddInput_isRefusedWithItsPlace() {
        assertThat(create(Map.of("name", " ")).<List<List<String>>>get("createTag.errors.path"))
                .containsExactly(List.of("input", "name"));
        assertThat(create(Map.of("name", "x".repeat(51))).userErrorCodes("createTag"))
                .containsExactly("INVALID_INPUT");
        assertThat(create(Map.of("name", name, "colour", "red")).<List<List<String>>>get("createTag.errors.path"))
                .containsExactly(List.of("input", "colour"));
        assertThat(update(Map.of("tagId", UUID.randomUUID().toString())).userErrorCodes("updateTag"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void update_changesWhatIsGiven() {
        // Given
        var tag = create(Map.of("name", name, "description", "Old")).text("createTag.tag.id");
        var clear = new HashMap<String, Object>(Map.of("tagId", tag));
        clear.put("description", null);

        // When
        var recoloured = update(Map.of("tagId", tag, "colour", "#000000"));
        var cleared = update(clear);

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
        var tag = created(name);
        var before = told(tag);

        // When
        assertThat(update(Map.of("tagId", tag, "name", name)).userErrorCodes("updateTag"))
                .isEmpty();

        // Then
        assertThat(told(tag)).isEqualTo(before);
    }

    @Test
    void deletedTag_leavesAllItsChatsAndLiveListsFollow() {
        // Given
        var tag = created(name);
        var chats = Stream.generate(CustomerChat::begun).limit(5).toList();
        chats.forEach(chat -> assertThat(tagging("addChatTags", chat, tag)).isEmpty());
        var filter =
                JsonObject.of("rule", JsonObject.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag)));
        try (var omar = LiveSession.as("omar")
                        .hello()
                        .subscribeToList("l", filter)
                        .expectCaughtUp();
                var jonas = LiveSession.as("jonas").hello().subscribe("changes").expectCaughtUp()) {
            // When
            var deleted = delete(tag);

            // Then
            assertThat(deleted.userErrorCodes("deleteTag")).isEmpty();
            assertThat(names()).doesNotContain(name);
            assertThat(jonas.expectEvent("tag.deleted").getString("tagId")).isEqualTo(tag);
            chats.forEach(_ -> omar.expectEvent("chatList.left"));
        }
        await().untilAsserted(() -> assertThat(Database.count("select count(*) from tag where id = ?::uuid", tag))
                .isZero());
        assertThat(chats).allSatisfy(chat -> assertThat(shown(chat)).isEmpty());
        assertThat(tagging("addChatTags", chats.getFirst(), tag)).containsExactly("NOT_FOUND");
        assertThat(delete(tag).userErrorCodes("deleteTag")).containsExactly("NOT_FOUND");
    }

    @Test
    void nameOfADeletedTag_isFree() {
        // Given
        assertThat(delete(created(name)).userErrorCodes("deleteTag")).isEmpty();

        // Then
        assertThat(create(Map.of("name", name)).userErrorCodes("createTag")).isEmpty();
    }

    @Test
    void filtersCallATagByItsName_inAnyCase_whateverDeletedOneHadIt() {
        // Given
        database.run("""
                insert into tag (workspace_id, id, name, deleted_at) values ($1, gen_random_uuid(), $2, now())
                """, DemoIds.WORKSPACE, name);
        assertThat(counted("tags=any=('" + name + "')").errorCodes()).containsExactly("INVALID_FILTER");
        var tag = created(name);
        assertThat(tagging("addChatTags", CustomerChat.begun(), tag)).isEmpty();

        // Then
        assertThat(counted("tags=any=('" + name + "')").number("chatCount.value"))
                .isEqualTo(1);
        assertThat(counted("tags=any=('" + name.toUpperCase(Locale.ROOT) + "')").number("chatCount.value"))
                .isEqualTo(1);
    }

    @Test
    void spaceSavedByATagsName_holdsTheTagWhateverItIsCalledLater() {
        // Given
        var tag = created(name);
        assertThat(tagging("addChatTags", CustomerChat.begun(), tag)).isEmpty();
        var space = SpaceUser.called("maya").creates("By name", SpaceUser.rule("tags", "ANY_OF", name));

        // When
        assertThat(update(Map.of("tagId", tag, "name", name + " 2")).userErrorCodes("updateTag"))
                .isEmpty();
        created(name);

        // Then
        assertThat(ofSpace(space)).isEqualTo(1);
        assertThat(delete(tag).userErrorCodes("deleteTag")).isEmpty();
        await().untilAsserted(() -> assertThat(ofSpace(space)).isZero());
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
            var refused = create("zoe", Map.of("name", name));

            // Then
            assertThat(refused.userErrorCodes("createTag")).containsExactly("INVALID_INPUT");
        } finally {
            database.run("delete from tag where name like left($1, 40) || '%'", filler);
        }
    }

    @Test
    void withoutThePermission_nothingHappens() {
        // Given
        var tag = created(name);
        var lena = GraphQl.as("lena");

        // Then
        assertThat(create("lena", Map.of("name", name + "x")).userErrorCodes("createTag"))
                .containsExactly("FORBIDDEN");
        assertThat(run(lena, "deleteTag", Map.of("tagId", tag)).userErrorCodes("deleteTag"))
                .containsExactly("FORBIDDEN");
        assertThat(run(lena, "updateTag", Map.of("tagId", tag)).userErrorCodes("updateTag"))
                .containsExactly("FORBIDDEN");
        assertThat(names()).contains(name);
    }

    @Test
    void tagOfAnotherWorkspace_doesNotExist() {
        // Given
        var tag = created(name);

        // Then
        assertThat(run(GraphQl.as("zoe"), "deleteTag", Map.of("tagId", tag)).userErrorCodes("deleteTag"))
                .containsExactly("NOT_FOUND");
        assertThat(names()).contains(name);
    }

    private String created(String called) {
        return create(Map.of("name", called)).text("createTag.tag.id");
    }

    private Answer create(Map<String, ?> input) {
        return create("maya", input);
    }

    private static Answer create(String user, Map<String, ?> input) {
        return run(GraphQl.as(user), "createTag", input);
    }

    private Answer update(Map<String, ?> input) {
        return run(maya.api(), "updateTag", input);
    }

    private Answer delete(String tag) {
        return run(maya.api(), "deleteTag", Map.of("tagId", tag));
    }

    private static Answer run(GraphQl api, String deed, Map<String, ?> input) {
        var type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "Input";
        return api.query("""
                mutation ($input: %s!) {
                  %s(input: $input) { tag { id name colour description } errors { code path } }
                }
                """.formatted(type, deed), Map.of("input", input));
    }

    private Answer counted(String filter) {
        return maya.api()
                .query(
                        "query ($filter: String) { chatCount(filterText: $filter) { value } }",
                        Map.of("filter", filter));
    }

    private int ofSpace(String space) {
        return maya.api()
                .query("query ($id: ID) { chatCount(spaceId: $id) { value } }", Map.of("id", space))
                .number("chatCount.value");
    }

    private List<String> tagging(String deed, CustomerChat chat, String tag) {
        return maya.does(deed, Map.of("chatId", chat.id(), "tagIds", List.of(tag)))
                .userErrorCodes(deed);
    }

    private List<Object> shown(CustomerChat chat) {
        return maya.api()
                .query("query ($id: ID!) { chat(id: $id) { tags { id } } }", Map.of("id", chat.id()))
                .list("chat.tags");
    }

    private List<String> names() {
        return maya.api().query("{ tags { name } }").list("tags.name");
    }

    private static long told(String tag) {
        return Database.count("select count(*) from change where detail ->> 'tagId' = ?", tag);
    }
}
