package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs with the app secret, as Meta does.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    WebhookSignature(SimulatorConfig config) {
        this.key = new SecretKeySpec(config.appSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// The value of the header `X-Hub-Signature-256` for exactly these bytes.
    public String header(byte[] body) {
        return "sha256=" + hex(body);
    }

    public String hex(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
