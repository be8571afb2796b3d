package dev.sharedinbox.chat.message;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/// How far an outgoing message has come. It moves forward only, in the order of these constants; `FAILED` ends
/// a message that was not delivered.
@Description("How far an outgoing message has come. It moves forward only.")
public enum DeliveryStatus {
    @Description("Waits for its turn, or is being handed to WhatsApp.")
    QUEUED,
    @Description("WhatsApp has it.")
    SENT,
    @Description("It reached the customer's device.")
    DELIVERED,
    @Description("The customer opened it.")
    READ,
    @Description("The customer listened to the voice note.")
    PLAYED,
    @Description("It was not delivered; the message's failure says why.")
    FAILED;

    private static final Set<String> WORDS =
            Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /// The status that a column names; null when it names none.
    public static @Nullable DeliveryStatus orNull(@Nullable String name) {
        return name == null ? null : valueOf(name);
    }

    /// Whether a word that WhatsApp used is one of ours.
    static boolean isKnown(String word) {
        return WORDS.contains(word);
    }
}
