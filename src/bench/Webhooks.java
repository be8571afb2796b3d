import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What Meta would send of the demo world, signed and ready for the wire.
final class Webhooks {

    static final int CUSTOMERS = 5_000;

    private static final String NUMBER = "300100200300401";
    private static final String TEXT = "Does it come in another colour? I would like to order two.";

    private final String run = Long.toString(System.nanoTime(), 36);
    private final AtomicInteger made = new AtomicInteger();

    /// A name that no other message of this or an earlier run has.
    String id() {
        return "bench-" + run + "-" + made.incrementAndGet();
    }

    /// One body with new messages of many customers.
    byte[] messages(int count) {
        return messages(IntStream.range(0, count)
                .mapToObj(_ -> message(id(), made.get() % CUSTOMERS, TEXT))
                .toList());
    }

    /// One message whose text is its id, so that it is found again in the event it becomes.
    byte[] marked(String id, int customer) {
        return messages(List.of(message(id, customer, id)));
    }

    private byte[] messages(List<String> messages) {
        return signed("messages", "\"messages\":[" + String.join(",", messages) + "]");
    }

    /// Messages that somebody wrote in the WhatsApp Business app: outgoing ones, for statuses to speak of.
    byte[] echoes(List<String> ids) {
        return signed("smb_message_echoes", ids.stream()
                .map(id -> "{\"from\":\"16505550100\",\"to\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                        .formatted(customer(id.hashCode() & 0x7fffffff), id, now(), TEXT))
                .collect(Collectors.joining(",", "\"message_echoes\":[", "]")));
    }

    /// One status of such a message.
    byte[] status(String id, String status) {
        return signed("messages", "\"statuses\":[{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\"}]"
                .formatted(id, status, now(), customer(id.hashCode() & 0x7fffffff)));
    }

    private static String message(String id, int customer, String text) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(customer(customer), id, now(), text);
    }

    private static String customer(int number) {
        return "1650777%04d".formatted(number % CUSTOMERS);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static byte[] signed(String field, String content) {
        return signed("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"210045600000001\",\"changes\":[{\"value\":{"
                + "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"16505550100\",\"phone_number_id\":\""
                + NUMBER + "\"}," + content + "},\"field\":\"" + field + "\"}]}]}");
    }

    private static byte[] signed(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("demo-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return Connection.post("/webhooks/whatsapp/demo", "X-Hub-Signature-256: sha256=" + signature + "\r\n", body);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
