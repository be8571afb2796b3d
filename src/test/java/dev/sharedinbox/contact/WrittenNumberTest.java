package dev.sharedinbox.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+1 (650) 555-0100, 16505550100",
        "0049 176 1234567, 491761234567",
        "0176 1234567, 1761234567",
        "+55 11 98123-4567, 551181234567",
        "55 11 8123 4567, 5511981234567",
        "+52 1 55 1234 5678, 525512345678",
        "54 11 2345 6789, 5491123456789",
        "+44 (0)20 7946 0018, 442079460018",
        "8 (912) 345-67-89, 79123456789",
        "011 49 176 1234567, 491761234567",
        "+49\u2011176\u00a01234567, 491761234567",
        "\u202a+49 176 1234567\u202c, 491761234567",
        "tel:+491761234567, 491761234567",
        "\u0660\u0661\u0667\u0666 \u0661\u0662\u0663\u0664, 491761234567",
        "\uff10\uff11\uff17\uff16\uff0d\uff11\uff12\uff13\uff14, 491761234567",
    })
    void whateverTheForm_theStoredDigitsAreAmongThem(String written, String stored) {
        assertThat(WrittenNumber.of(written))
                .anySatisfy(part -> assertThat(stored).contains(part));
    }

    @Test
    void zerosOfTheCountry_areLeftOutAsSoonAsEnoughRemains() {
        assertThat(WrittenNumber.of("0151")).containsExactly("151");
        assertThat(WrittenNumber.of("007")).containsExactly("007");
        assertThat(WrittenNumber.of("12")).isEmpty();
    }

    @Test
    void partOfANumber_isNotTakenForWhatIsDialledInFront() {
        assertThat(WrittenNumber.of("8912")).containsExactly("8912");
        assertThat(WrittenNumber.of("0111 234")).containsExactly("111234");
    }

    @Test
    void whatHoldsLetters_isNoNumber() {
        assertThat(WrittenNumber.of("Room 4222")).isEmpty();
    }
}
