package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.contact.PhoneNumbers;
import dev.sharedinbox.filter.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The countries that have phone numbers. Which one a number is of, PostgreSQL says: `phone_country`.
final class Countries {

    /// By their English names.
    static final List<Field.Option> OPTIONS = PhoneNumbers.countries().stream()
            .map(code -> new Field.Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(Field.Option::label))
            .toList();

    private Countries() {}
}
