package dev.sharedinbox.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpPeopleTest {

    @Test
    void samplePhone_isThePersonOfTheSamplePayloads() {
        var gus = MadeUpPeople.withPhone(new WhatsappId("16505551207"));
        assertThat(gus.name()).isEqualTo("Gus Lind");
        assertThat(gus.userId()).isEqualTo("US.70010000000000000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16505551201", "16505551208", "16505551200", "16505551311", "4915550001233", "1234567"})
    void userId_leadsBackToThePhone(String digits) {
        var person = MadeUpPeople.withPhone(new WhatsappId(digits));
        assertThat(MadeUpPeople.phoneOf(person.userId())).contains(new WhatsappId(digits));
        assertThat(person).isEqualTo(MadeUpPeople.withPhone(new WhatsappId(digits)));
    }

    @Test
    void foreignUserId_leadsNowhere() {
        assertThat(MadeUpPeople.phoneOf("US.123")).isEmpty();
    }
}
