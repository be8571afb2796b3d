package dev.sharedinbox.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PostgreSQL's `phone_country` says what libphonenumber says. When a new version of that knows better, a
/// migration is to replace the function and to make its index, `contact_country`, anew.
@QuarkusTest
class CountryTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /// Numbers of a few digits that are dialled within Canada only.
    private static final int FEWEST_DIGITS = 9;

    @Test
    void numbersOfEveryCountry_areOfThatCountry() {
        // Given
        var random = new Random(42);
        var expected = NUMBERS.getSupportedRegions().stream()
                .flatMap(CountryTest::examples)
                .flatMap(number -> Stream.concat(Stream.of(number), neighbours(number, random)))
                .filter(NUMBERS::isValidNumber)
                .collect(Collectors.toMap(CountryTest::digits, NUMBERS::getRegionCodeForNumber, (one, _) -> one));
        expected.keySet().removeIf(digits -> digits.startsWith("1") && digits.length() < FEWEST_DIGITS);

        // When
        var said = countries(List.copyOf(expected.keySet()));

        // Then
        assertThat(said).isEqualTo(expected);
        assertThat(said.values()).contains("DE", "US", "CA", "KZ", "GG", "VA").containsAll(PhoneNumbers.countries());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "16505550100, US",
                "15550001111, US",
                "13065550100, CA",
                "79161234567, RU",
                "77012345678, KZ",
                "7, RU",
                "39, IT",
                "0123456, -",
                "999123456, -",
                "87012345678, -"
            })
    void whatIsNoValidNumber_hasTheCountryOfItsBeginning(String digits, String country) {
        assertThat(Optional.ofNullable(countries(List.of(digits)).get(digits))).isEqualTo(Optional.ofNullable(country));
    }

    private static Stream<PhoneNumber> examples(String country) {
        return Arrays.stream(PhoneNumberType.values())
                .map(type -> NUMBERS.getExampleNumberForType(country, type))
                .filter(Objects::nonNull);
    }

    /// Numbers that differ from one in some of their last digits.
    private static Stream<PhoneNumber> neighbours(PhoneNumber number, Random random) {
        return Stream.generate(() -> neighbour(digits(number), random))
                .limit(20)
                .flatMap(Optional::stream);
    }

    private static Optional<PhoneNumber> neighbour(String digits, Random random) {
        var other = new StringBuilder(digits);
        var place = Math.max(2, digits.length() - 1 - random.nextInt(8));
        other.setCharAt(place, (char) ('0' + random.nextInt(10)));
        try {
            return Optional.of(NUMBERS.parse("+" + other, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String digits(PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
    }

    private static Map<String, String> countries(List<String> numbers) {
        var array = "'{" + String.join(",", numbers) + "}'";
        return Database.<String>column("select digits || ' ' || phone_country(digits) from unnest(" + array
                        + "::text[]) digits" + " where phone_country(digits) is not null")
                .stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
}
