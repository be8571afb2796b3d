package dev.sharedinbox.chat.tag;

import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What users write about a tag, made fit to be stored.
final class TagText {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private TagText() {}

    static String name(String written) {
        return text(written, LONGEST_NAME, "name")
                .orElseThrow(() -> InboxException.invalid("A tag needs a name.", "input", "name"));
    }

    static String colour(String written) {
        var colour = written.strip().toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            throw InboxException.invalid("Expected a colour such as #1abc9c.", "input", "colour");
        }
        return colour;
    }

    static @Nullable String description(@Nullable String written) {
        return written == null
                ? null
                : text(written, LONGEST_DESCRIPTION, "description").orElse(null);
    }

    /// PostgreSQL's text has no zero character and no half of a surrogate pair.
    private static Optional<String> text(String written, int longest, String field) {
        var text = written.strip();
        if (!Texts.fits(text, longest)) {
            throw InboxException.invalid("At most " + longest + " characters of text are allowed.", "input", field);
        }
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
