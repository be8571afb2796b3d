package dev.sharedinbox.space;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Spaces are made and changed.
@QuarkusTest
class SpaceApiTest extends SpaceScene {

    @Test
    void newWorkspace_hasSpacesForEveryone() {
        for (var user : List.of(lena, maya, zoe)) {
            var spaces = user.spaces();
            assertThat(spaces.<String>list("spaces.label")).containsExactly("Mine", "Unassigned", "Unreplied");
            assertThat(spaces.<String>list("spaces[0].shares.kind")).containsExactly("EVERYONE");
            assertThat(spaces.<List<String>>list("spaces[0].filter.all.rule.values"))
                    .containsExactly(List.of("OPEN"), List.of("ME"));
            assertThat(spaces.<Object>get("spaces[0].owner")).isNull();
        }
        assertThat(lena.spaces().<Boolean>get("spaces[0].mayEdit")).isFalse();
        assertThat(maya.spaces().<Boolean>get("spaces[0].mayEdit")).isTrue();
    }

    @Test
    void createdSpace_isWhatWasWrittenAndTheCreatorsAlone() {
        // When
        var id = lena.create(
                        Map.of("label", "  Late ", "filter", rule("waitingSince", "OLDER_THAN", "1h"), "search", "ana"))
                .text("createSpace.space.id");

        // Then
        var space = lena.space(id);
        assertThat(space.text("space.label")).isEqualTo("Late");
        assertThat(space.text("space.search")).isEqualTo("ana");
        assertThat(space.text("space.sort")).isEqualTo("LAST_ACTIVITY");
        assertThat(space.text("space.owner.name")).isEqualTo("Lena");
        assertThat(space.text("space.filter.rule.operator")).isEqualTo("OLDER_THAN");
        assertThat(space.<List<String>>get("space.filter.rule.values")).containsExactly("1h");
        assertThat(space.number("space.version")).isEqualTo(1);
        assertThat(space.<Boolean>get("space.mayShare")).isTrue();
        assertThat(lena.sees(id)).isTrue();
        assertHidden(id, jonas, omar, maya, zoe);
    }

    @Test
    void update_changesOnlyWhatIsGiven() {
        // Given
        var id = lena.create(Map.of("label", "Late", "filter", OPEN, "search", "ana"))
                .text("createSpace.space.id");
        var noSearch = new HashMap<String, Object>();
        noSearch.put("search", null);

        // Then
        var relabelled = lena.update(id, 1, Map.of("label", "Later"));
        assertThat(relabelled.text("updateSpace.space.search")).isEqualTo("ana");
        assertThat(relabelled.text("updateSpace.space.filter.rule.field")).isEqualTo("status");
        var searchless = lena.update(id, 2, noSearch);
        assertThat(searchless.<Object>get("updateSpace.space.search")).isNull();
        assertThat(searchless.text("updateSpace.space.label")).isEqualTo("Later");
    }

    @Test
    void updateOfAnOldVersion_isAConflictAndChangesNothing() {
        // Given
        var id = lena.creates("First", OPEN);
        lena.update(id, 1, Map.of("label", "Second"));

        // When
        var late = lena.update(id, 1, Map.of("label", "Late"));

        // Then
        assertThat(late.userErrorCodes("updateSpace")).containsExactly("CONFLICT");
        assertThat(lena.space(id).text("space.label")).isEqualTo("Second");
    }

    @Test
    void wrongInput_isRefusedWithItsPlace() {
        assertRefused(Map.of("label", " ", "filter", OPEN), "INVALID_INPUT", "input", "label");
        assertRefused(Map.of("label", "x".repeat(61), "filter", OPEN), "INVALID_INPUT", "input", "label");
        assertRefused(
                Map.of("label", "x", "filter", OPEN, "search", "y".repeat(201)), "INVALID_INPUT", "input", "search");
        assertRefused(
                Map.of("label", "x", "filter", rule("status", "EQ", "LOST")),
                "INVALID_FILTER",
                "input",
                "filter",
                "rule",
                "values",
                "0");
        assertRefused(shared(with("TEAM", Ids.next(), false)), "NOT_FOUND", "input", "shares");
        assertRefused(shared(with("USER", DemoIds.ZOE, false)), "NOT_FOUND", "input", "shares");
        assertRefused(shared(everyone(false), everyone(true)), "INVALID_INPUT", "input", "shares");
        assertRefused(shared(Map.of("kind", "USER")), "INVALID_INPUT", "input", "shares", "0", "targetId");
        assertRefused(
                Map.of("label", "x", "filter", OPEN, "shares", Collections.nCopies(51, everyone(false))),
                "INVALID_INPUT",
                "input",
                "shares");
    }

    @Test
    void longestLabel_isKept() {
        var label = "😀".repeat(60);

        assertThat(lena.space(lena.creates(label, OPEN)).text("space.label")).isEqualTo(label);
    }

    @Test
    void oneSpaceTooMany_isRefused() {
        // Given
        database.run("""
                insert into space (workspace_id, id, owner_id, label, filter)
                select $1, gen_random_uuid(), $2, 'one of many', '{"all": []}' from generate_series(1, 200)
                """, DemoIds.WORKSPACE, DemoIds.LENA);

        // Then
        assertRefused(Map.of("label", "x", "filter", OPEN), "INVALID_INPUT");
        assertThat(jonas.create(Map.of("label", "x", "filter", OPEN)).userErrorCodes("createSpace"))
                .isEmpty();
    }

    @SafeVarargs
    private static Map<String, Object> shared(Map<String, ?>... shares) {
        return Map.of("label", "x", "filter", OPEN, "shares", List.of(shares));
    }

    private void assertRefused(Map<String, ?> input, String code, String... path) {
        var answer = lena.create(input);
        assertThat(answer.userErrorCodes("createSpace")).containsExactly(code);
        assertThat(answer.<String>list("createSpace.errors[0].path")).containsExactly(path);
    }
}
