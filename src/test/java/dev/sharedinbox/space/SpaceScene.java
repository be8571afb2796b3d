package dev.sharedinbox.space;

import static dev.sharedinbox.testing.SpaceUser.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.SpaceUser;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/// The colleagues of the demo, who make spaces.
abstract class SpaceScene {

    static final Map<String, Object> OPEN = rule("status", "EQ", "OPEN");

    final SpaceUser maya = SpaceUser.called("maya");
    final SpaceUser omar = SpaceUser.called("omar");
    final SpaceUser lena = SpaceUser.called("lena");
    final SpaceUser jonas = SpaceUser.called("jonas");
    final SpaceUser zoe = SpaceUser.called("zoe");

    @Inject
    Database database;

    @AfterEach
    void removeWhatUsersMade() {
        database.run("delete from space where owner_id is not null");
        database.run("delete from space_arrangement");
    }

    static void assertHidden(String space, SpaceUser... users) {
        for (var user : users) {
            Answer answer = user.space(space);
            assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
            assertThat(user.sees(space)).isFalse();
        }
    }
}
