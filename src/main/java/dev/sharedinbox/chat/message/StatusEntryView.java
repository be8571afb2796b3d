package dev.sharedinbox.chat.message;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("StatusEntry")
@Description("One status that WhatsApp reported.")
public record StatusEntryView(
        @Description("The status.") DeliveryStatus status,
        @Description("When it happened, as WhatsApp says.") Instant at) {}
