package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {

    @Test
    void heading_isReadWhereverItStandsAtTheBeginning() {
        assertThat(Frames.heading("{\"type\":\"subscribe\",\"id\":\"a\"}")).isEqualTo(new Heading("subscribe", "a"));
        assertThat(Frames.heading(
                        "{\"filter\":{\"id\":\"not this\",\"all\":[{}]},\"id\":\"a\",\"type\":\"subscribe\"}"))
                .isEqualTo(new Heading("subscribe", "a"));
        assertThat(Frames.heading("{\"type\":\"subscribe\",\"id\":\"a\",\"filter\":{\"all\":["))
                .isEqualTo(new Heading("subscribe", "a"));
    }

    @Test
    void nothingBeyondTheBeginning_isLookedAt() {
        var flood = "x".repeat(60_000);

        assertThat(Frames.heading("{\"type\":\"subscribe\",\"search\":\"" + flood + "\",\"id\":\"a\"}"))
                .isEqualTo(new Heading("subscribe", null));
        assertThat(Frames.heading("[".repeat(60_000))).isEqualTo(new Heading(null, null));
        assertThat(Frames.heading("{\"a\":" + "[".repeat(60_000))).isEqualTo(new Heading(null, null));
    }

    @Test
    void whatIsNoHeading_isNone() {
        assertThat(Frames.heading("")).isEqualTo(new Heading(null, null));
        assertThat(Frames.heading("null")).isEqualTo(new Heading(null, null));
        assertThat(Frames.heading("{\"type\":5,\"id\":{\"id\":\"a\"}}")).isEqualTo(new Heading(null, null));
        assertThat(Frames.heading("rubbish")).isEqualTo(new Heading(null, null));
    }

    @Test
    void longWords_areNotToldBack() {
        assertThat(new Heading("subscribe", "x".repeat(101)).told()).isEqualTo(new Heading("subscribe", null));
    }
}
