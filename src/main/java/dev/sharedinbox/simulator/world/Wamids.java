package dev.sharedinbox.simulator.world;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Makes message ids that look like Meta's: base64 of a small binary with the phone inside. They are unique and, to
/// everyone else, opaque.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class Wamids {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final SecureRandom random = new SecureRandom();

    /// The id of a message to the customer.
    public String outgoing(Customer customer) {
        return make(customer, 0x11, 9);
    }

    /// The id of a message from the customer.
    public String incoming(Customer customer) {
        return make(customer, 0x12, 10);
    }

    private String make(Customer customer, int direction, int randomBytes) {
        var bytes = new byte[randomBytes];
        random.nextBytes(bytes);
        var address = customer.phoneHidden() ? customer.userId().substring(0, 2) : customer.whatsappId();
        var id = new ByteArrayOutputStream();
        id.write(0x1c);
        write(id, address);
        id.write(0x15);
        id.write(0x02);
        id.write(0x00);
        id.write(direction);
        write(id, HEX.formatHex(bytes));
        id.write(0x00);
        return "wamid." + Base64.getEncoder().encodeToString(id.toByteArray());
    }

    private static void write(ByteArrayOutputStream id, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        id.write(0x18);
        id.write(bytes.length);
        id.writeBytes(bytes);
    }
}
