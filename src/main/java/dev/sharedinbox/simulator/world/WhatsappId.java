package dev.sharedinbox.simulator.world;

import java.util.Optional;
import java.util.regex.Pattern;

/// The digits by which WhatsApp knows a phone. They differ from the dialled ones in three countries: Brazil drops the
/// ninth digit of mobile numbers, Mexico puts a 1 and Argentina a 9 after the country code.
public record WhatsappId(String digits) {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s()+.-]");
    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{6,14}");
    private static final Pattern BRAZIL = Pattern.compile("55([0-9]{2})9([0-9]{8})");
    private static final Pattern MEXICO = Pattern.compile("52([2-9][0-9]{9})");
    private static final Pattern ARGENTINA = Pattern.compile("54([1-8][0-9]{9})");

    /// The id of a phone as a person wrote it, or nothing when that is no phone number.
    public static Optional<WhatsappId> ofPhone(String written) {
        var dialled = PUNCTUATION.matcher(written).replaceAll("");
        return PHONE.matcher(dialled).matches() ? Optional.of(new WhatsappId(known(dialled))) : Optional.empty();
    }

    private static String known(String dialled) {
        var brazil = BRAZIL.matcher(dialled).replaceFirst("55$1$2");
        var mexico = MEXICO.matcher(brazil);
        if (mexico.matches()) {
            return mexico.replaceFirst("521$1");
        }
        var argentina = ARGENTINA.matcher(brazil);
        return argentina.matches() ? argentina.replaceFirst("549$1") : brazil;
    }
}
