package dev.sharedinbox.whatsapp.webhook.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.status.MessagingLimitView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({"TIER_50, 50", "TIER_250, 250", "TIER_2K, 2000", "TIER_100K, 100000", "2000, 2000"})
    void limit_isReadInEveryForm(String word, int customers) {
        assertThat(Limits.parse(word)).contains(MessagingLimitView.of(customers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "TIER_UNLIMITED"})
    void noLimit_isReadInEitherForm(String word) {
        assertThat(Limits.parse(word)).contains(MessagingLimitView.unlimited());
    }

    @Test
    void wordThatIsNoLimit_isUnknown() {
        assertThat(Limits.parse("TIER_NOT_SET")).isEmpty();
    }
}
