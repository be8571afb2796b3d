package dev.sharedinbox.space;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SpaceApiTest {

    private static final Map<String, Object> OPEN = rule("status", "EQ", "OPEN");

    private final SpaceUser maya = SpaceUser.called("maya");
    private final SpaceUser omar = SpaceUser.called("omar");
    private final SpaceUser lena = SpaceUser.called("lena");
    private final SpaceUser jonas = SpaceUser.called("jonas");
    private final SpaceUser zoe = SpaceUser.called("zoe");

    @Inject
    Database database;

    @AfterEach
    void removeWhatUsersMade() {
        database.run("delete from space where owner_id is not null");
        database.run("delete from space_arrangement");
    }

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

    @ParameterizedTest
    @CsvSource({
        "USER,     01900000-0000-7000-8000-000000000024, 'jonas'",
        "TEAM,     01900000-0000-7000-8000-000000000031, 'omar'",
        "ROLE,     01900000-0000-7000-8000-000000000013, 'jonas'",
        "ROLE,     01900000-0000-7000-8000-000000000011, 'maya'",
        "EVERYONE, , 'jonas omar maya'",
    })
    void sharedSpace_isSeenByThoseItIsSharedWithOnly(String kind, String target, String seenBy) {
        // Given
        var share = target == null ? everyone(false) : with(kind, target, false);

        // When
        var id = lena.creates("Shared", OPEN, share);

        // Then
        for (var user : List.of("jonas", "omar", "maya", "zoe")) {
            var sees = List.of(seenBy.split(" ")).contains(user);
            assertThat(SpaceUser.called(user).sees(id)).as(user).isEqualTo(sees);
            assertThat(SpaceUser.called(user).space(id).errorCodes().isEmpty())
                    .as(user)
                    .isEqualTo(sees);
        }
        assertThat(lena.space(id).text("space.shares[0].kind")).isEqualTo(kind);
    }

    @Test
    void editing_isForTheOwnerForEditorsAndForAdministratorsWhoSeeIt() {
        // Given
        var id = lena.creates("Shared", OPEN, with("USER", DemoIds.JONAS, true), everyone(false));
        var change = Map.of("label", "Renamed");

        // Then
        assertThat(omar.update(id, 1, change).userErrorCodes("updateSpace")).containsExactly("FORBIDDEN");
        assertThat(zoe.update(id, 1, change).userErrorCodes("updateSpace")).containsExactly("NOT_FOUND");
        assertThat(jonas.update(id, 1, change).number("updateSpace.space.version"))
                .isEqualTo(2);
        assertThat(maya.update(id, 2, change).number("updateSpace.space.version"))
                .isEqualTo(3);
        assertThat(lena.update(id, 3, change).number("updateSpace.space.version"))
                .isEqualTo(4);
    }

    @Test
    void sharingAndDeleting_areForTheOwnerAndAdministratorsWhoSeeIt() {
        // Given
        var id = lena.creates("Shared", OPEN, with("USER", DemoIds.JONAS, true));
        var everybody = Map.of("shares", List.of(everyone(true)));

        // Then
        assertThat(jonas.update(id, 1, everybody).userErrorCodes("updateSpace")).containsExactly("FORBIDDEN");
        assertThat(jonas.delete(id).userErrorCodes("deleteSpace")).containsExactly("FORBIDDEN");
        assertThat(maya.delete(id).userErrorCodes("deleteSpace")).containsExactly("NOT_FOUND");
        assertThat(lena.update(id, 1, everybody).userErrorCodes("updateSpace")).isEmpty();
        assertThat(maya.delete(id).text("deleteSpace.spaceId")).isEqualTo(id);
        assertHidden(id, lena, jonas, maya);
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

    @Test
    void arrangement_isTheViewersOwn() {
        // Given
        var a = lena.creates("a", OPEN, everyone(false));
        var b = lena.creates("b", OPEN, everyone(false));

        // When
        var arranged = lena.arrange(Map.of("order", List.of(b, a), "pinned", List.of(a), "defaultSpaceId", b));

        // Then
        assertThat(arranged.<String>list("arrangeSpaces.spaces.label"))
                .containsExactly("b", "a", "Mine", "Unassigned", "Unreplied");
        assertThat(lena.spaces().<Boolean>list("spaces.pinned")).containsExactly(false, true, false, false, false);
        assertThat(lena.spaces().<Boolean>list("spaces.default")).containsExactly(true, false, false, false, false);
        assertThat(jonas.spaces().<String>list("spaces.label"))
                .containsExactly("a", "b", "Mine", "Unassigned", "Unreplied");
        assertThat(jonas.spaces().<Boolean>list("spaces.default")).doesNotContain(true);
    }

    @Test
    void arrangement_canBeReplacedAndEmptied() {
        // Given
        var a = lena.creates("a", OPEN);
        lena.arrange(Map.of("order", List.of(a), "pinned", List.of(a), "defaultSpaceId", a));

        // When
        var emptied = lena.arrange(Map.of("order", List.of(), "pinned", List.of()));

        // Then
        assertThat(emptied.<Boolean>list("arrangeSpaces.spaces.pinned")).doesNotContain(true);
        assertThat(emptied.<Boolean>list("arrangeSpaces.spaces.default")).doesNotContain(true);
    }

    @Test
    void impossibleArrangement_isRefused() {
        var a = lena.creates("a", OPEN);
        var jonasOwn = jonas.creates("b", OPEN);

        assertThat(arrange(List.of(jonasOwn), List.of())).containsExactly("NOT_FOUND");
        assertThat(arrange(List.of("no id"), List.of())).containsExactly("NOT_FOUND");
        assertThat(arrange(List.of(a, a), List.of())).containsExactly("INVALID_INPUT");
        assertThat(arrange(List.of(), List.of(a))).containsExactly("INVALID_INPUT");
        var many = Stream.generate(() -> lena.creates("many", OPEN)).limit(21).toList();
        assertThat(arrange(many, many)).containsExactly("INVALID_INPUT");
        assertThat(arrange(many, many.subList(0, 20))).isEmpty();
    }

    @Test
    void spaceOfSomebodyWhoLostSight_answersAsAbsent() {
        // Given
        var id = lena.creates("a", OPEN, with("USER", DemoIds.JONAS, true));
        jonas.arrange(Map.of("order", List.of(id), "pinned", List.of(id), "defaultSpaceId", id));

        // When
        lena.update(id, 1, Map.of("shares", List.of()));

        // Then
        assertHidden(id, jonas);
        assertThat(jonas.update(id, 2, Map.of("label", "x")).userErrorCodes("updateSpace"))
                .containsExactly("NOT_FOUND");
        assertThat(jonas.spaces().<Boolean>list("spaces.default")).doesNotContain(true);
    }

    private List<String> arrange(List<String> order, List<String> pinned) {
        return lena.arrange(Map.of("order", order, "pinned", pinned)).userErrorCodes("arrangeSpaces");
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

    private static void assertHidden(String space, SpaceUser... users) {
        for (var user : users) {
            Answer answer = user.space(space);
            assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
            assertThat(user.sees(space)).isFalse();
        }
    }
}
