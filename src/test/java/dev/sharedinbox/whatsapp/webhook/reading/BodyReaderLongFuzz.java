package dev.sharedinbox.whatsapp.webhook.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sharedinbox.whatsapp.webhook.Payloads;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/// The same as [BodyReaderFuzz] for long; see `src/bench/fuzz`.
class BodyReaderLongFuzz {

    @MethodSource("payloads")
    @FuzzTest(maxDuration = "10m")
    void anyBody_isReadOrRefused(byte[] body) {
        AnyBody.isReadOrRefused(body);
    }

    static List<byte[]> payloads() {
        return Payloads.all();
    }
}
