package dev.sharedinbox.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void shortText_isShownInFullWithItsMarks() {
        // When
        var snippet = SnippetView.of("Is AB-1234 here?", "Is \u0002AB\u0003 \u00021234\u0003 here ");

        // Then
        assertThat(snippet.text()).isEqualTo("Is AB-1234 here?");
        assertThat(marked(snippet)).containsExactly("AB", "1234");
    }

    @Test
    void longText_isCutAroundTheFirstMark() {
        // Given
        var before = "word ".repeat(100);

        // When
        var snippet = SnippetView.of(before + "here " + before, before + "\u0002here\u0003 " + before);

        // Then
        assertThat(snippet.text())
                .startsWith("…word")
                .contains("here")
                .endsWith("word…")
                .hasSizeBetween(150, 210);
        assertThat(marked(snippet)).containsExactly("here");
    }

    /// Whatever the text: what is marked in the snippet was marked in the text, and no character is cut in two.
    @Property(tries = 300)
    void marksStayOnTheirWords(@ForAll("words") List<String> words) {
        // Given
        var said = String.join(" ", words);
        var marks = words.stream()
                .map(word -> word.startsWith("x") ? "\u0002" + word + "\u0003" : word)
                .collect(Collectors.joining(" "));

        // When
        var snippet = SnippetView.of(said, marks);

        // Then
        assertThat(marked(snippet)).allSatisfy(word -> assertThat(words).contains(word));
        assertThat(snippet.text().codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                .isTrue();
        assertThat(snippet.marks().isEmpty()).isEqualTo(words.stream().noneMatch(word -> word.startsWith("x")));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("xäöü", "x😀", "ordinary", "😀😀", "a", "longer-than-others")
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static List<String> marked(SnippetView snippet) {
        return snippet.marks().stream()
                .map(mark -> snippet.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
