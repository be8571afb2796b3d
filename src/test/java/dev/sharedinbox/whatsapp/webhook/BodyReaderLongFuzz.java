package dev.sharedinbox.whatsapp.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/// The same as [BodyReaderFuzz] for long; see `src/bench/fuzz`.
class BodyReaderLongFuzz {

    @FuzzTest(maxDuration = "10m")
    @MethodSource("payloads")
    void anyBody_isReadOrRefused(byte[] body) {
        AnyBody.isReadOrRefused(body);
    }

    static List<byte[]> payloads() {
        return Payloads.all();
    }
}
