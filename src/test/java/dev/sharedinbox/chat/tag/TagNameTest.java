package dev.sharedinbox.chat.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SpaceUser;
import dev.sharedinbox.testing.TagKeeper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Filters may call a tag by its name.
@QuarkusTest
class TagNameTest {

    private TagKeeper maya;
    private final String name = "Tag " + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        maya = TagKeeper.called("maya");
    }

    @Test
    void filtersCallATagByItsName_inAnyCase_whateverDeletedOneHadIt() {
        // Given
        database.run("""
                insert into tag (workspace_id, id, name, deleted_at) values ($1, gen_random_uuid(), $2, now())
                """, DemoIds.WORKSPACE, name);
        assertThat(counted("tags=any=('" + name + "')").errorCodes()).containsExactly("INVALID_FILTER");
        var tag = maya.creates(name);
        assertThat(maya.tags(CustomerChat.begun(), tag)).isEmpty();

        // Then
        assertThat(counted("tags=any=('" + name + "')").number("chatCount.value"))
                .isEqualTo(1);
        assertThat(counted("tags=any=('" + name.toUpperCase(Locale.ROOT) + "')").number("chatCount.value"))
                .isEqualTo(1);
    }

    @Test
    void spaceSavedByATagsName_holdsTheTagWhateverItIsCalledLater() {
        // Given
        var tag = maya.creates(name);
        assertThat(maya.tags(CustomerChat.begun(), tag)).isEmpty();
        var space = SpaceUser.called("maya").creates("By name", SpaceUser.rule("tags", "ANY_OF", name));

        // When
        assertThat(maya.update(Map.of("tagId", tag, "name", name + " 2")).userErrorCodes("updateTag"))
                .isEmpty();
        maya.creates(name);

        // Then
        assertThat(ofSpace(space)).isEqualTo(1);
        assertThat(maya.delete(tag).userErrorCodes("deleteTag")).isEmpty();
        await().untilAsserted(() -> assertThat(ofSpace(space)).isZero());
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
}
