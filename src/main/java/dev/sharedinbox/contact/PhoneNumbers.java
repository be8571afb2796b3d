package dev.sharedinbox.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Phone numbers as people dial and read them.
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /// Parsing a number takes far longer than reading its row, and the same ones come and are shown again and again.
    private static final Cache<String, String> READABLE =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private static final Cache<String, String> E164 =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private PhoneNumbers() {}

    /// The countries and territories that have numbers, as ISO 3166 codes of two letters.
    public static Set<String> countries() {
        return NUMBERS.getSupportedRegions();
    }

    /// The number behind a WhatsApp id in E.164 form: of its two forms the one that can be dialled.
    static String e164(String digits) {
        return E164.get(digits, PhoneNumbers::dialled);
    }

    private static String dialled(String digits) {
        return Stream.concat(Stream.of(digits), NumberForms.other(digits).stream())
                .flatMap(form -> valid("+" + form).stream())
                .findFirst()
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
                .orElse("+" + digits);
    }

    /// An E.164 number with the spaces of its country, such as `+55 11 98765-4321`; as it is when it is not valid.
    public static @Nullable String readable(@Nullable String phone) {
        return phone == null ? null : READABLE.get(phone, PhoneNumbers::format);
    }

    private static String format(String phone) {
        return valid(phone)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(phone);
    }

    private static Optional<PhoneNumber> valid(String phone) {
        try {
            return Optional.of(NUMBERS.parse(phone, null)).filter(NUMBERS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
