package dev.sharedinbox.contact;

import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.sql.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person types to find a customer: parts of the name in any order, without regard to accents and case,
/// or any part of the number in any form.
///
/// @param names what the name must contain, every one
/// @param numbers the digits that the number may hold instead; empty when no number was written
public record ContactSearch(List<String> names, Set<String> numbers) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;

    /// The search behind an argument named `search`; without one, everybody is found.
    ///
    /// @throws InboxException `INVALID_INPUT` when it is too long
    public static ContactSearch of(@Nullable String written) {
        var text = written == null ? "" : written.strip();
        if (text.length() > LONGEST || !Texts.isStorable(text)) {
            throw InboxException.invalid("A search has at most " + LONGEST + " characters.", "search");
        }
        var numbers = WrittenNumber.of(text);
        return new ContactSearch(numbers.isEmpty() ? words(text) : List.of(text), numbers);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /// The condition over the contact of this name. Its indexes hold each part of it.
    public String condition(Sql sql, String contact) {
        var byName = names.stream()
                .map(part -> contact + ".search_name like '%' || search_text(" + sql.bind(Texts.inPattern(part))
                        + "::text) || '%'")
                .collect(Collectors.joining(" and "));
        var byNumber =
                numbers.stream().map(digits -> contact + ".phone like " + sql.bind("%" + digits + "%") + "::text");
        return isEmpty()
                ? "true"
                : Stream.concat(Stream.of(byName), byNumber).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
