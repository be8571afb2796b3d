package dev.sharedinbox.contact;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The digits that a phone number must hold when a person writes it, or a part of it. People write spaces, brackets and
/// what they dial in front of it in their country; WhatsApp leaves out or puts in a digit of mobile numbers of Brazil,
/// Mexico and Argentina. What is copied from elsewhere comes with signs that nobody sees, or in digits of other
/// scripts.
public final class WrittenNumber {

    private static final int FEWEST_DIGITS = 3;
    private static final Pattern NUMBER =
            Pattern.compile("(tel:)?[\\p{Nd}\\s\\p{Z}\\p{Cf}\\p{Pd}+\uFF0B()./]+", Pattern.CASE_INSENSITIVE);
    /// The zero that is dialled within a country, between the country and the rest: +44 (0)20.
    private static final String BRACKETED_ZERO = "(0)";
    /// In front of a whole number: of one abroad in North America, of one at home in Russia and its neighbours.
    private static final Pattern DIALLED = Pattern.compile("^(011(?=[1-9][0-9]{9})|8(?=[0-9]{10}$))");

    private WrittenNumber() {}

    /// The digits to look for, any of them; none when this is not written like a number of at least 3 digits. No stored
    /// number begins with a zero, so leading ones are left out as long as enough is left to look for.
    public static Set<String> of(String written) {
        var digits = digits(written).replace(BRACKETED_ZERO, "").replaceAll("[^0-9]", "");
        if (!NUMBER.matcher(written).matches() || digits.length() < FEWEST_DIGITS) {
            return Set.of();
        }
        var withoutZeros = digits.replaceFirst("^0+", "");
        var dialled = DIALLED.matcher(digits);
        var parts = new LinkedHashSet<String>();
        parts.add(withoutZeros.length() < FEWEST_DIGITS ? digits : withoutZeros);
        if (dialled.find()) {
            parts.add(dialled.replaceFirst(""));
        }
        NumberForms.other(withoutZeros).ifPresent(parts::add);
        return parts;
    }

    /// The same text with the digits of all scripts as ours.
    private static String digits(String written) {
        return written.codePoints()
                .mapToObj(sign -> Character.isDigit(sign)
                        ? Integer.toString(Character.digit(sign, 10))
                        : Character.toString(sign))
                .collect(Collectors.joining());
    }
}
