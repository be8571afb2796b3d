package dev.sharedinbox.contact;

import java.util.LinkedHashSet;
import java.util.Optional;
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
        twin(withoutZeros).ifPresent(forms::add);
        return forms;
    }

    /// The other form of a whole mobile number: `5511912345678` is `551112345678`, `521` is `52`, `549` is
    /// `54`.
    private static Optional<String> twin(String number) {
        return switch (number.length()) {
            case 13 ->
                number.matches("55\\d\\d9.*")
                        ? Optional.of(number.substring(0, 4) + number.substring(5))
                        : number.matches("521.*|549.*")
                                ? Optional.of(number.substring(0, 2) + number.substring(3))
                                : Optional.empty();
            case 12 ->
                switch (number.substring(0, 2)) {
                    case "55" -> Optional.of(number.substring(0, 4) + "9" + number.substring(4));
                    case "52" -> Optional.of("521" + number.substring(2));
                    case "54" -> Optional.of("549" + number.substring(2));
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
