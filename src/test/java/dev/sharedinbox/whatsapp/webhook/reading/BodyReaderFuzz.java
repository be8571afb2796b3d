package dev.sharedinbox.whatsapp.webhook.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sharedinbox.whatsapp.webhook.Payloads;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/// For `verify`, in a JVM of its own: goes on from the bodies we know for some seconds. No name for `test` to find, for
/// the fuzzer would look over the shoulder of every class of that JVM.
class BodyReaderFuzz {

    @MethodSource("payloads")
    @FuzzTest(maxDuration = "10s")
    void anyBody_isReadOrRefused(byte[] body) {
        AnyBody.isReadOrRefused(body);
    }

    static List<byte[]> payloads() {
        return Payloads.all();
    }
}
