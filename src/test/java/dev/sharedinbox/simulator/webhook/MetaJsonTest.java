package dev.sharedinbox.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class MetaJsonTest {

    @Test
    void textBeyondAscii_isEscapedInLowerCaseAndSlashesToo() {
        var json = JsonNodeFactory.instance.objectNode().put("body", "Zoë – 🙂 a/b \"q\" \n");
        assertThat(MetaJson.bytes(json))
                .asString()
                .isEqualTo("{\"body\":\"Zo\\u00eb \\u2013 \\ud83d\\ude42 a\\/b \\\"q\\\" \\n\"}");
    }
}
