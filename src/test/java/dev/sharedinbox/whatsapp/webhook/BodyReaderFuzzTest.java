package dev.sharedinbox.whatsapp.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/// `test` tries the bodies we know; `verify` goes on from them for some seconds; `src/bench/fuzz` for minutes.
class BodyReaderFuzzTest {

    @FuzzTest(maxDuration = "10s")
    @MethodSource("payloads")
    void anyBody_isReadOrRefused(byte[] body) {
        AnyBody.isReadOrRefused(body);
    }

    static List<byte[]> payloads() {
        return Payloads.all();
    }
}
