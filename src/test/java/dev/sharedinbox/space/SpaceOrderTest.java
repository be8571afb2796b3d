package dev.sharedinbox.space;

import static dev.sharedinbox.testing.SpaceUser.everyone;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every viewer arranges spaces for themselves.
@QuarkusTest
class SpaceOrderTest extends SpaceScene {

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

    private List<String> arrange(List<String> order, List<String> pinned) {
        return lena.arrange(Map.of("order", order, "pinned", pinned)).userErrorCodes("arrangeSpaces");
    }
}
