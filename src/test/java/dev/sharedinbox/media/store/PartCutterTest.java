package dev.sharedinbox.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PartCutterTest {

    @Property
    void parts_areOfOneSizeAndTogetherTheContent(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll @Size(max = 12) List<@Size(max = 20) byte[]> chunks) {
        // Given
        var cutter = new PartCutter(size);
        var content = new ByteArrayOutputStream();
        var parts = new ByteArrayOutputStream();

        // When
        for (var chunk : chunks) {
            content.writeBytes(chunk);
            for (var part : cutter.add(chunk)) {
                assertThat(part).hasSize(size);
                parts.writeBytes(part);
            }
        }
        var rest = cutter.rest();
        parts.writeBytes(rest);

        // Then
        assertThat(parts.toByteArray()).isEqualTo(content.toByteArray());
        assertThat(rest.length).isLessThanOrEqualTo(size);
        assertThat(rest.length == 0).isEqualTo(content.size() == 0);
    }
}
