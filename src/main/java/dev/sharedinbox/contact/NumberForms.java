package dev.sharedinbox.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The countries in which WhatsApp knows one mobile number in two forms. Ids are compared in both and kept as they
/// came.
///
/// @see <a
/// href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers">Meta's
///     note on Brazilian and Mexican numbers</a>
final class NumberForms {

    private static final List<Rule> RULES = List.of(
            // Brazil: mobile numbers got a ninth digit.
            Rule.of("55[1-9]{2}", "9", "[6-9][0-9]{7}"),
            // Mexico: mobile numbers had a 1 after the country code.
            Rule.of("52", "1", "[0-9]{10}"),
            // Argentina: mobile numbers have a 9 after the country code when called from abroad.
            Rule.of("54", "9", "[0-9]{10}"));

    private NumberForms() {}

    /// Return the other form of a number; empty when it has just one.
    static Optional<String> other(String digits) {
        return RULES.stream().flatMap(rule -> rule.other(digits).stream()).findFirst();
    }

    /// A country's two forms: with and without some digits between the head and the tail.
    private record Rule(Pattern withDigits, Pattern without, String digits) {

        static Rule of(String head, String digits, String tail) {
            return new Rule(
                    Pattern.compile("(" + head + ")" + digits + "(" + tail + ")"),
                    Pattern.compile("(" + head + ")(" + tail + ")"),
                    digits);
        }

        Optional<String> other(String number) {
            var longer = withDigits.matcher(number);
            if (longer.matches()) {
                return Optional.of(longer.group(1) + longer.group(2));
            }
            var shorter = without.matcher(number);
            return shorter.matches() ? Optional.of(shorter.group(1) + digits + shorter.group(2)) : Optional.empty();
        }
    }
}
