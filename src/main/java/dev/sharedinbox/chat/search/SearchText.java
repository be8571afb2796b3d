package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.InboxException;

/// What somebody looks for in messages, as they wrote it. It is never logged.
///
/// @param written 1 to [#LONGEST] characters, at most [#MOST_WORDS] words
record SearchText(String written) {

    static final int LONGEST = 200;
    static final int MOST_WORDS = 16;

    /// The text behind the argument `search`.
    ///
    /// @throws InboxException `INVALID_INPUT` when it is empty, too long or no text
    static SearchText of(String argument) {
        var text = argument.strip();
        if (text.isEmpty() || text.length() > LONGEST || !Texts.isStorable(text)) {
            throw InboxException.invalid("Expected 1 to " + LONGEST + " characters.", "search");
        }
        if (text.split("[^\\p{L}\\p{N}]+").length > MOST_WORDS) {
            throw InboxException.invalid("A search has at most " + MOST_WORDS + " words.", "search");
        }
        return new SearchText(text);
    }

    /// Stop words and words to leave out give nothing to look for.
    static InboxException nothingToLookFor() {
        return InboxException.invalid("Name at least one word to look for.", "search");
    }

    @Override
    public String toString() {
        return "SearchText";
    }
}
