package dev.sharedinbox.whatsapp.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The product with an intake that is soon full.
public final class NarrowIntake implements QuarkusTestProfile {

    static final int MAX_WAITING = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "inbox.intake.max-waiting", Integer.toString(MAX_WAITING),
                "inbox.intake.max-waiting-bytes", "1M",
                "inbox.intake.max-arriving", "1M",
                "inbox.intake.arrival-timeout", "6s",
                "inbox.intake.writers", "1",
                "inbox.intake.max-wait", "5s",
                "inbox.intake.timeout", "9s");
    }
}
