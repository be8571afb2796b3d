package dev.sharedinbox.space;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who sees a space, and who may change, share and delete it.
@QuarkusTest
class SpaceSharingTest extends SpaceScene {

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
}
