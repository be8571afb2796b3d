package dev.sharedinbox.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsappIdTest {

    @ParameterizedTest
    @CsvSource({
        "+1 (650) 555-1201, 16505551201",
        "16505551201, 16505551201",
        "+55 11 98765-4321, 551187654321",
        "551187654321, 551187654321",
        "+52 55 1234 5678, 5215512345678",
        "5215512345678, 5215512345678",
        "+54 11 2345 6789, 5491123456789",
        "5491123456789, 5491123456789"
    })
    void phone_isKnownByItsDigits(String written, String digits) {
        assertThat(WhatsappId.ofPhone(written)).contains(new WhatsappId(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "1234567890123456", "0650555120", "nobody", "1650555120a"})
    void anythingElse_isNoPhone(String written) {
        assertThat(WhatsappId.ofPhone(written)).isEmpty();
    }
}
