package dev.sharedinbox.contact;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms in which a phone number that a person writes may be stored. People write spaces, brackets and the
/// zeros of their country; WhatsApp leaves out or puts in a digit of mobile numbers of Brazil, Mexico and
/// Argentina.
final class WrittenNumber {

    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_AFTER_ZEROS = 6;
    private static final Pattern NUMBER = Pattern.compile("[-+0-9 ()./]+");

    private WrittenNumber() {}

    /// The digits to look for; none when this is not written like a number.
    static Set<String> of(String written) {
        var forms = new LinkedHashSet<String>();
        var digits = written.replaceAll("[^0-9]", "");
        if (!NUMBER.matcher(written).matches() || digits.length() < FEWEST_DIGITS) {
            return forms;
        }
        var withoutZeros = digits.replaceFirst("^0+", "");
        forms.add(digits);
        if (withoutZeros.length() >= FEWEST_AFTER_ZEROS) {
            forms.add(withoutZeros);
        }
        NumberForms.other(withoutZeros).ifPresent(forms::add);
        return forms;
    }
}
