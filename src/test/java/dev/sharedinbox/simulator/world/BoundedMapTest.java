package dev.sharedinbox.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedMapTest {

    @Test
    void fullMap_letsGoOfWhatWasUnusedForLongest() {
        // Given
        var map = new BoundedMap<String, Integer>(2);
        map.put("a", 1);
        map.put("b", 2);
        assertThat(map.find("a")).contains(1);

        // When
        map.put("c", 3);

        // Then
        assertThat(map.keys()).containsExactly("a", "c");
    }

    @Test
    void findOrPut_keepsWhatIsThere() {
        var map = new BoundedMap<String, Integer>(2);
        assertThat(map.findOrPut("a", () -> 1)).isEqualTo(1);
        assertThat(map.findOrPut("a", () -> 2)).isEqualTo(1);
    }

    @Test
    void change_startsFromTheInitialValue() {
        var map = new BoundedMap<String, Integer>(2);
        assertThat(map.change("a", 0, count -> count + 1)).isEqualTo(1);
        assertThat(map.change("a", 0, count -> count + 1)).isEqualTo(2);
    }
}
