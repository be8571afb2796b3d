package dev.sharedinbox.contact;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The digits that a phone number must hold when a person writes it, or a part of it. People write spaces, brackets and
/// the zeros of their country; WhatsApp leaves out or puts in a digit of mobile numbers of Brazil, Mexico and
/// Argentina.
public final class WrittenNumber {

    private static final int FEWEST_DIGITS = 3;
    private static final Pattern NUMBER = Pattern.compile("[-+0-9 ()./]+");

    private WrittenNumber() {}

    /// The digits to look for, any of them; none when this is not written like a number of at least 3 digits. No stored
    /// number begins with a zero, so leading ones are left out as long as enough is left to look for.
    public static Set<String> of(String written) {
        var digits = written.replaceAll("[^0-9]", "");
        if (!NUMBER.matcher(written).matches() || digits.length() < FEWEST_DIGITS) {
            return Set.of();
        }
        var withoutZeros = digits.replaceFirst("^0+", "");
        var parts = new LinkedHashSet<String>();
        parts.add(withoutZeros.length() < FEWEST_DIGITS ? digits : withoutZeros);
        NumberForms.other(withoutZeros).ifPresent(parts::add);
        return parts;
    }
}
