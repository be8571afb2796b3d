package dev.sharedinbox.chat.search;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Snippet")
@Description("The part of a message's words that a search has met: of its text, buttons, answers or file names.")
public record SnippetView(
        @Description("Plain text, to be escaped where it is shown; an ellipsis stands for what is left out.")
        String text,

        @Description("The words that were looked for, in order, not overlapping.")
        List<@NonNull TextMarkView> marks) {

    static final char BEGIN = '\u0002';
    static final char END = '\u0003';

    private static final int BEFORE = 40;
    private static final int LENGTH = 200;
    private static final String LEFT_OUT = "…";

    /// Cut the stretch around the first mark out of a text.
    ///
    /// @param said the text
    /// @param marked a text with as many characters and, beside them, the signs [#BEGIN] and [#END] around marks
    static SnippetView of(String said, String marked) {
        var marks = marks(marked);
        var first = marks.isEmpty() ? 0 : marks.getFirst().start();
        var begin = first <= BEFORE ? 0 : afterBlank(said, first - BEFORE, first);
        var end = said.length() - begin <= LENGTH ? said.length() : beforeBlank(said, begin + LENGTH, begin + BEFORE);
        var head = begin > 0 ? LEFT_OUT : "";
        var shift = head.length() - begin;
        return new SnippetView(
                head + said.substring(begin, end) + (end < said.length() ? LEFT_OUT : ""),
                marks.stream()
                        .filter(mark -> mark.end() <= end)
                        .map(mark -> new TextMarkView(mark.start() + shift, mark.end() + shift))
                        .toList());
    }

    private static List<TextMarkView> marks(String marked) {
        var marks = new ArrayList<TextMarkView>();
        var signs = 0;
        var start = 0;
        for (int index = 0; index < marked.length(); index++) {
            if (marked.charAt(index) == BEGIN) {
                start = index - signs++;
            } else if (marked.charAt(index) == END) {
                marks.add(new TextMarkView(start, index - signs++));
            }
        }
        return marks;
    }

    private static int afterBlank(String text, int from, int limit) {
        for (int index = from; index < limit; index++) {
            if (Character.isWhitespace(text.charAt(index))) {
                return index + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int beforeBlank(String text, int from, int limit) {
        for (int index = from; index > limit; index--) {
            if (Character.isWhitespace(text.charAt(index))) {
                return index;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }
}
